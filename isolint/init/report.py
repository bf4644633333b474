"""Report: what is proposed and what is known, by kind, for people or for programs."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from isolint.config import Area
from isolint.init.proposal import Proposal

WIDTH: Final = 80
SHOWN: Final = 3  # of what is known
BREAKS: Final = re.compile(r"(?<=[./ ])")  # a long path goes on after a folder, an access path after a dot


def as_text(proposals: Sequence[Proposal], kinds: Sequence[str]) -> str:
    """Lines of at most 80 columns: for each kind its proposals, each with its place and reason, and what is known."""
    lines: list[str] = []
    nothing = [kind for kind in kinds if all(each.kind != kind for each in proposals)]
    for kind in kinds:
        mine = [each for each in proposals if each.kind == kind]
        if mine:
            lines += [*_kind(kind, mine), ""]
    if nothing:
        lines += _wrapped(f"Nothing found for {', '.join(nothing)}.", "", "")
    return "\n".join(lines).rstrip("\n") + "\n"


def _kind(kind: str, proposals: Sequence[Proposal]) -> Iterator[str]:
    known = [each for each in proposals if each.pack]
    count = len(proposals) - len(known)
    yield f"{kind}: {count} proposed" + (f", {len(known)} known" if known else "")
    for each in proposals:
        if not each.pack:
            yield from (line for name in _names(each) for line in _wrapped(name, "  ", "    "))
            yield from _wrapped(f"{each.path}:{each.line}  {each.reason}", "      ", "      ")
    for pack in dict.fromkeys(each.pack for each in known):
        every = (each.names[0].removesuffix("()").rpartition(".")[2] for each in known if each.pack == pack)
        names = list(dict.fromkeys(every))
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        yield from _wrapped(f"known by {pack}: {', '.join(names[:SHOWN])}{more}", "  ", "    ")


def _names(proposal: Proposal) -> Sequence[str]:
    if isinstance(proposal.row, Area):
        return [f"{proposal.row.name}: {', '.join(proposal.row.paths)}"]
    fields = (*proposal.row[0].methods, *proposal.row[0].keywords)
    return [*proposal.names[:-1], proposal.names[-1] + (f"  [{', '.join(fields)}]" if fields else "")]


def _wrapped(text: str, first: str, others: str) -> list[str]:
    lines = [first]
    for part in BREAKS.split(text):
        if len(lines[-1]) + len(part.rstrip()) > WIDTH and lines[-1].strip():
            lines.append(others)
        lines[-1] += part
    return [line.rstrip() for line in lines]


def as_json(proposals: Sequence[Proposal], file: str, *, written: bool) -> str:
    """An object with all that is proposed and known, and what has become of it."""
    told = {
        "file": file,
        "written": written,
        "proposals": [
            {
                "kind": each.kind,
                "names": list(each.names),
                "path": each.path,
                "line": each.line,
                "reason": each.reason,
                "known-by": each.pack or None,
            }
            for each in proposals
        ],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
