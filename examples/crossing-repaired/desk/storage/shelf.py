"""The drafts that each user saved last, newest first."""

from collections import deque
from typing import Any

from desk.storage.state import latest


def keep(user: str, draft: Any) -> None:
    latest.setdefault(user, deque(maxlen=5)).appendleft(draft)


def kept(user: str) -> list[Any]:
    return list(latest.get(user, ()))
