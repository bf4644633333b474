import os

import chainlit as cl


class Settings:
    debug = False
    model = "small"
    last = None


settings = Settings()


@cl.on_chat_start
async def begin(debug: bool = os.getenv("DEBUG", False)):
    settings.debug = debug


@cl.on_message
async def answer(message, model=os.getenv("MODEL", "small")):
    settings.model = model
    settings.last = message  # expect: ISO106
    return [settings.debug, settings.model, settings.last]
