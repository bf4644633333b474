from __future__ import annotations

from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from registry import AgentRegistry


def pick(name: str, source: Optional["AgentRegistry"] = None):
    return source.get_agent(name)  # expect: ISO101


def pick_first(sources: AgentRegistry | None):
    return sources.get_agent("first")  # expect: ISO101
