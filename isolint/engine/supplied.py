"""Supplied: what isolint brings along, read once for a process: what stays is asked with what it began with."""

from collections.abc import Mapping
from typing import NamedTuple

from isolint.engine.edition import edition
from isolint.engine.packs import PackText, shipped_texts
from isolint.rules import Rule, catalogue


class Supplied(NamedTuple):
    """The edition of isolint, its rules by code, and the texts of its packs."""

    edition: bytes
    rules: Mapping[str, Rule]
    packs: tuple[PackText, ...]


def supplied() -> Supplied:
    """What this isolint brings along."""
    return Supplied(edition(), catalogue(), shipped_texts())
