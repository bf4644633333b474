"""The agents, as the routes see them."""

from typing import Annotated

from fastapi import Depends

from chat.agents.context import UserExecutionContext
from chat.agents.factory import AgentInstanceFactory
from chat.auth import CurrentUser
from chat.services.messages import MessageService


class AgentPlatform:
    """Made for one request, and so for one user."""

    def __init__(self, user: CurrentUser, messages: Annotated[MessageService, Depends()]) -> None:
        self.factory = AgentInstanceFactory()
        self.context = UserExecutionContext(user, history=tuple(messages.sent_by(user)))
