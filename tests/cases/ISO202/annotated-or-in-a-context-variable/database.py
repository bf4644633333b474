from contextvars import ContextVar
from dataclasses import dataclass

from sqlalchemy.orm import Session

current: ContextVar[Session] = ContextVar("current")
session: Session


@dataclass
class Work:
    session: Session


def begin():
    token = current.set(Session())
    return Work(current.get()), token
