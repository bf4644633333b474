"""Messages over HTTP."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel

from chat.auth import CurrentUser
from chat.services.messages import MailboxFullError, MessageService
from chat.services.notifications import announce
from chat.services.platform import AgentPlatform

router = APIRouter(prefix="/messages")
Messages = Annotated[MessageService, Depends()]
Platform = Annotated[AgentPlatform, Depends()]


class NewMessage(BaseModel):
    to: str
    text: str


class Reply(BaseModel):
    text: str


@router.post("", status_code=201)
async def send_message(message: NewMessage, user: CurrentUser, messages: Messages, platform: Platform) -> Reply:
    try:
        messages.send(user, message.to, message.text)
    except MailboxFullError as error:
        raise HTTPException(status_code=409, detail="mailbox full") from error
    await announce(user, message.to, message.text)
    agent = platform.factory.create_agent("assistant", platform.context)
    return Reply(text=agent.reply(message.text))


@router.get("")
async def read_inbox(user: CurrentUser, messages: Messages) -> Sequence[str]:
    return messages.inbox(user)


@router.get("/summary")
async def summarise_inbox(user: CurrentUser, messages: Messages, platform: Platform) -> Reply:
    agent = platform.factory.create_agent("summary", platform.context)
    return Reply(text=agent.reply("\n".join(messages.inbox(user))))
