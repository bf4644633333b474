import chainlit as cl


@cl.on_message
async def answer(message: cl.Message):
    cl.user_session.set("last", message.content)
    said = cl.user_session.get("said") or []
    said.append(message.content)
    cl.user_session.set("said", said)
