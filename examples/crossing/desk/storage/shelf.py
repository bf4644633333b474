"""The drafts that were saved last, newest first."""

from typing import Any

from desk.storage.state import latest


def keep(draft: Any) -> None:
    latest.appendleft(draft)


def kept() -> list[Any]:
    return list(latest)
