"""`isolint rules`: list the rules."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

import click

from isolint.cli.always import with_traceback
from isolint.cli.status import Status
from isolint.cli.streams import write
from isolint.cli.words import OneOf
from isolint.rules import Rule, catalogue

FORMATS = ("text", "json")
COLUMNS = ("code", "name", "on", "severity", "fix", "summary")


@click.command("rules")
@click.option("--format", "format_", type=OneOf(FORMATS), metavar="|".join(FORMATS), default="text",
              help="A table, text, by default.")  # fmt: skip
@with_traceback
def command(*, format_: str) -> int:
    """List the rules: code, name, when they are on, severity and what they find.

    On: `always`; by `default`; with `--strict`. Fix: `safe` ones keep behaviour, `unsafe` ones change it. Every rule
    can be chosen by `--select` and `--extend-select`.
    """
    rules = tuple(catalogue().values())
    if format_ == "json":
        write(json.dumps([_as_object(rule) for rule in rules], indent=2) + "\n")
    else:
        write("".join(f"{line}\n" for line in _table(rules)))
    return Status.CLEAN


def _table(rules: Sequence[Rule]) -> Iterator[str]:
    rows = [COLUMNS, *(tuple(_cell(rule, column) for column in COLUMNS) for rule in rules)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()


def _cell(rule: Rule, column: str) -> str:
    if column == "fix":
        return rule.fix.applicability if rule.fix else "-"
    return str(getattr(rule, column))


def _as_object(rule: Rule) -> dict[str, Any]:
    """The rule's words; a check and a repair are questions with parameters, and stay out."""
    names = [each.name for each in fields(rule) if each.name not in {"asks", "fix"}]
    fix = rule.fix and {"applicability": rule.fix.applicability, "message": rule.fix.summary}
    return {**{name: getattr(rule, name) for name in names}, "fix": fix, "url": rule.url}
