"""Messages over HTTP."""

from collections.abc import Sequence

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel

from chat.agents.context import UserExecutionContext
from chat.agents.factory import AgentInstanceFactory
from chat.auth import CurrentUser
from chat.services.messages import MailboxFullError, message_service
from chat.services.notifications import announce
from chat.services.platform import platform

router = APIRouter(prefix="/messages")


class NewMessage(BaseModel):
    to: str
    text: str


class Reply(BaseModel):
    text: str


@router.post("", status_code=201)
async def send_message(message: NewMessage, user: CurrentUser) -> Reply:
    try:
        message_service.send(user, message.to, message.text)
    except MailboxFullError as error:
        raise HTTPException(status_code=409, detail="mailbox full") from error
    await announce(user, message.to, message.text)
    agent = platform.registry.get_agent("assistant")
    return Reply(text=agent.reply(message.text))


@router.get("")
async def read_inbox(user: CurrentUser) -> Sequence[str]:
    return message_service.inbox(user)


@router.get("/summary")
async def summarise_inbox(user: CurrentUser) -> Reply:
    agent = AgentInstanceFactory().create_agent("summary", UserExecutionContext(user))
    return Reply(text=agent.reply("\n".join(message_service.inbox(user))))
