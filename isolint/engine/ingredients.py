"""Ingredients: all that a program's answers are made from, as one digest."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Final

from isolint.cache import Record
from isolint.config import Config
from isolint.engine.plan import Plan

# Where the project lies, which files there are and what becomes of findings: the first says nothing to a program, the
# second is told by its files, the last is asked in each run. Any other key of a configuration counts, also one to come.
_APART: Final = frozenset({"root", "file", "paths", "exclude", "baseline", "history", "choices", "overrides"})


def ingredients(plan: Plan, records: Mapping[str, Record], asked: Sequence[str]) -> bytes | None:
    """The digest under which what these records say of the files that were asked about may be found again.

    A file counts with the sense of its facts: comments, and the lines where it says what it says, change no answer but
    its places. None where it may not be found: without a cache, where a text stands for a file, and where a file could
    not be read.
    """
    if not plan.request.cache or plan.request.overlay:
        return None
    known = [(path, records[path]) for path in plan.paths if path in records and records[path].digest]
    if len(known) < len(plan.paths):
        return None
    files = [(path, record.sense) for path, record in known]
    config = [(each.name, getattr(plan.config, each.name)) for each in fields(Config) if each.name not in _APART]
    told = (plan.supplied.edition, config, sorted(plan.choices.ran), plan.packs, _settings(plan), files, asked)
    return hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).digest()


def _settings(plan: Plan) -> tuple[object, ...]:
    """What the settings of test runners say."""
    return plan.runner.plugins, [(each.folder, sorted(each.values.items())) for each in plan.runner.options]
