"""Whom an agent works for."""

from dataclasses import dataclass, field
from uuid import uuid4


@dataclass(frozen=True)
class UserExecutionContext:
    user_id: str
    request_id: str = field(default_factory=lambda: uuid4().hex)
