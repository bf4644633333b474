"""TOML: proposals as the tables that the configuration has for them, and as text with the place of each."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from isolint.config import Area
from isolint.init.proposal import Proposal


def table(proposals: Sequence[Proposal]) -> dict[str, Any]:
    """What `text` says, as a reader of TOML has it."""
    rows: dict[str, list[Any]] = defaultdict(list)
    areas: dict[str, Any] = {}
    for each in proposals:
        if isinstance(each.row, Area):
            areas[each.row.name] = {"paths": list(each.row.paths)}
        else:
            rows[each.kind] += _rows(each)
    told: dict[str, Any] = {"vocabulary": dict(rows), "areas": areas}
    return {key: value for key, value in told.items() if value}


def text(proposals: Sequence[Proposal], above: str) -> str:
    """The tables, below one of the dotted name `above`, which may be empty."""
    parts = []
    if any(not isinstance(each.row, Area) for each in proposals):
        parts.append("\n".join(_vocabulary(proposals, _joined(above, "vocabulary"))))
    for each in proposals:
        if isinstance(each.row, Area):
            paths = ", ".join(_text(path) for path in each.row.paths)
            parts.append(f"[{_joined(above, 'areas')}.{each.row.name}]\npaths = [{paths}]")
    return "\n\n".join(parts) + "\n" if parts else ""


def _vocabulary(proposals: Sequence[Proposal], name: str) -> Iterator[str]:
    yield f"[{name}]"
    for kind in dict.fromkeys(each.kind for each in proposals if not isinstance(each.row, Area)):
        yield f"{kind} = ["
        for each in proposals:
            if each.kind == kind:
                yield f"  # {_plain(f'{each.path}:{each.line}: {each.reason}')}"
                yield from (f"  {_value(row)}," for row in _rows(each))
        yield "]"


def _rows(proposal: Proposal) -> list[Any]:
    """The rows of a proposal as the configuration has them: access paths, or one table."""
    if isinstance(proposal.row, Area):
        return []
    first = proposal.row[0]
    fields = {"methods": list(first.methods), "keywords": list(first.keywords)}
    given = {key: value for key, value in fields.items() if value}
    if not given:
        return list(proposal.names)
    if len(proposal.names) == 1:
        return [{"path": proposal.names[0], **given}]
    return [{"paths": list(proposal.names), **given}]


def _value(value: Any) -> str:
    match value:
        case str():
            return _text(value)
        case list():
            return f"[{', '.join(_value(item) for item in value)}]"
    return f"{{ {', '.join(f'{key} = {_value(item)}' for key, item in value.items())} }}"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _plain(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def _joined(above: str, name: str) -> str:
    return f"{above}.{name}" if above else name
