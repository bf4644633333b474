"""`isolint explain`: what rules find, why, and what to do instead."""

import shutil
from collections.abc import Iterator

import click

from isolint.cli.always import with_traceback
from isolint.cli.status import Status
from isolint.cli.streams import write
from isolint.report.terminal import wrap
from isolint.rules import Rule, catalogue, named

WIDEST = 100  # columns; longer lines are hard to read


@click.command("explain")
@click.argument("codes", nargs=-1, required=True)
@with_traceback
def command(*, codes: tuple[str, ...]) -> int:
    """Explain rules: what they find, why, and what to do instead.

    CODES are codes, names or prefixes, or ALL.
    """
    rules = catalogue()
    wanted = sorted({code for text in codes for code in named(text, rules, "explain")})
    width = min(shutil.get_terminal_size().columns, WIDEST)
    write("\n".join("".join(f"{line}\n" for line in _page(rules[code], width)) for code in wanted))
    return Status.CLEAN


def _page(rule: Rule, width: int) -> Iterator[str]:
    yield f"{rule.code} {rule.name}"
    yield from wrap(f"{rule.summary}.", width)
    fix = f"{rule.fix.summary} ({rule.fix.applicability})" if rule.fix else ""
    paragraphs = {"Why": rule.why, "Instead": rule.instead, "Fix": fix, "Never flagged": rule.never}
    for title, text in paragraphs.items():
        if text:
            yield ""
            yield from wrap(f"{title}: {' '.join(text.split())}", width)
    yield ""
    yield f"On: {rule.on}. Severity: {rule.severity}. Confidence: at most {rule.confidence}. Status: {rule.status}."
    if rule.cwe:
        yield f"Weaknesses: {', '.join(f'CWE-{number}' for number in rule.cwe)}."
    yield rule.url
