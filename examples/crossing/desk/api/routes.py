"""Save a draft, read the latest ones."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Header
from pydantic import BaseModel

from desk.drafts.service import DraftService

router = APIRouter(prefix="/drafts")
User = Annotated[str, Header(alias="X-User")]  # the gateway in front of this service signs users in
Drafts = Annotated[DraftService, Depends()]


class NewDraft(BaseModel):
    text: str


@router.post("", status_code=201)
def save_draft(draft: NewDraft, user: User, drafts: Drafts) -> str:
    return drafts.save(user, draft.text)


@router.get("/latest")
def read_latest(drafts: Drafts) -> Sequence[str]:
    return drafts.latest()
