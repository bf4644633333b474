"""Whom an agent works for."""

from dataclasses import dataclass, field
from uuid import uuid4


@dataclass(frozen=True)
class UserExecutionContext:
    """One user's request; `history` is what this user wrote before, oldest first."""

    user_id: str
    history: tuple[str, ...] = ()
    request_id: str = field(default_factory=lambda: uuid4().hex)
