"""Making: the fixes of one file carried out and proved by the file alone; those that cannot be are left out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from isolint.change import Change
from isolint.fixes.editing import edited
from isolint.fixes.names import Complaint, complaints, told
from isolint.fixes.tree import Unfixable
from isolint.fixes.unused import without_imports
from isolint.source import Unreadable, decode
from isolint.source.text import encode

_OLD_END: Final = re.compile(r"\r(?!\n)")
UNUSED: Final = "UnusedImport"
FAILED: Final = "isolint failed at it"  # such a reason is a fault of isolint's


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a file with what could be done; `refused` has the reason for each that could not, by its key."""

    data: bytes
    refused: Mapping[str, str]


def make(path: str, data: bytes, fixes: Mapping[str, Sequence[Change]]) -> Made:
    """Carry out the changes of each fix, by any key that tells fixes apart.

    All are tried together. Where that fails, each is tried alone, and those that work are put together one by one.
    """
    try:
        text = decode(data)
        if encode(text, data) != data:
            return Made(data, dict.fromkeys(fixes, "its encoding does not give the same bytes back"))
        old_ends = "\r" in text and "\n" not in text  # libcst does not give the last one of them back
        if not old_ends and _OLD_END.search(text):
            return Made(data, dict.fromkeys(fixes, "some of its lines end with a carriage return alone"))
        text = text.replace("\r", "\n") if old_ends else text
        made, refused = _together(path, text, complaints(text), fixes)
        return Made(encode(made.replace("\n", "\r") if old_ends else made, data), refused)
    except Unreadable as error:
        return Made(data, dict.fromkeys(fixes, error.message))
    except UnicodeEncodeError as error:
        return Made(data, dict.fromkeys(fixes, f"{error.object[error.start]!r} is not in the file's encoding"))


def _together(
    path: str, text: str, before: Mapping[Complaint, int], fixes: Mapping[str, Sequence[Change]]
) -> tuple[str, Mapping[str, str]]:
    kept: dict[str, Sequence[Change]] = dict(fixes)
    try:
        return _guarded(path, text, before, kept), {}
    except Unfixable as error:
        if len(kept) == 1:
            return text, dict.fromkeys(kept, str(error))
    refused: dict[str, str] = {}
    kept, made = {}, text
    for key, changes in fixes.items():
        try:
            made = _guarded(path, text, before, {**kept, key: changes})
            kept[key] = changes
        except Unfixable as error:
            refused[key] = str(error)
    return made, refused


def _guarded(path: str, text: str, before: Mapping[Complaint, int], fixes: Mapping[str, Sequence[Change]]) -> str:
    """As `_proved`; what goes wrong in isolint itself, or in libcst, costs these fixes and not the whole run."""
    try:
        return _proved(path, text, before, fixes)
    except Unfixable:
        raise
    except Exception as error:  # as it says above
        raise Unfixable(f"{FAILED}: {type(error).__name__}: {' '.join(str(error).split())}") from error


def _proved(path: str, text: str, before: Mapping[Complaint, int], fixes: Mapping[str, Sequence[Change]]) -> str:
    """The text with the fixes; raises Unfixable where it does not parse or says a name that it does not know."""
    made = edited(text, [change for changes in fixes.values() for change in changes])
    new = complaints(made) - before  # type: ignore[operator]  # Counter
    idle = [each.name for each in new if each.kind == UNUSED]
    if idle:
        made = without_imports(path, made, idle)
        new = complaints(made) - before  # type: ignore[operator]  # Counter
    if new:
        raise Unfixable(f"pyflakes would say: {told(next(iter(new)))}")
    return made
