import chainlit as cl

transcript = []


@cl.on_message
async def answer(message: cl.Message):
    transcript.append(message.content)  # expect: ISO103
    await cl.Message(content="\n".join(transcript)).send()
