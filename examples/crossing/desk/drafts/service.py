"""Drafts of one request: what is saved, and what is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.storage import shelf


@dataclass(frozen=True)
class Draft:
    author: str
    text: str


class DraftService:
    def save(self, user: str, text: str) -> str:
        draft = Draft(user, text.strip())
        shelf.keep(draft)
        return draft.text

    def latest(self) -> Sequence[str]:
        return [draft.text for draft in shelf.kept()]
