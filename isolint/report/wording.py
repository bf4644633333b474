"""What SARIF says in words: of a rule its help, tags and description, of a finding its message with links."""

import re
from collections.abc import Sequence
from typing import Final

from isolint.finding import Step
from isolint.rules import Rule

_LONGEST_DESCRIPTION: Final = 1024
_MOST_TAGS: Final = 10
_MOST_LINKS: Final = 10
_LINKLIKE: Final = re.compile(r"\[([^\[\]]*)\](?=\()")


def linked(message: str, related: Sequence[Step]) -> str:
    """The message, then a link for each of the first ten related places, which are numbered from 1.

    GitHub shows a related place only where the message links to it. Code in the message that looks like a link, as
    `HANDLERS[name](request)` does, is escaped.
    """
    text = _LINKLIKE.sub(r"\\[\1\\]", message)
    if not related:
        return text
    links = ", ".join(f"[{_link_text(step.message)}]({number})" for number, step in enumerate(related[:_MOST_LINKS], 1))
    return f"{text.removesuffix('.')}. See {links}."


def description(rule: Rule) -> str:
    """The rule in at most 1,024 characters, more than which GitHub refuses."""
    text = f"{rule.summary}. {rule.why}"
    return text if len(text) <= _LONGEST_DESCRIPTION else f"{text[: _LONGEST_DESCRIPTION - 3]}..."


def help_text(rule: Rule) -> str:
    """The rule's words as plain text."""
    parts = [rule.why, f"Instead: {rule.instead}", f"Not flagged: {rule.never}" if rule.never else "", rule.url]
    return "\n\n".join(part for part in parts if part)


def help_markdown(rule: Rule) -> str:
    """The rule's words as Markdown, which GitHub shows beside an alert."""
    never = f"## Not flagged\n\n{rule.never}" if rule.never else ""
    page = f"[{rule.code} {rule.name}]({rule.url})"
    parts = [f"# {rule.summary}", rule.why, f"## Instead\n\n{rule.instead}", never, page]
    return "\n\n".join(part for part in parts if part)


def tags(rule: Rule) -> list[str]:
    """The rule's group, and for a rule about security that and its weaknesses; GitHub keeps ten."""
    if rule.security_severity is None:
        return [rule.group]
    return [rule.group, "security", *(f"external/cwe/cwe-{number:03}" for number in rule.cwe)][:_MOST_TAGS]


def _link_text(text: str) -> str:
    return re.sub(r"([\[\]\\])", r"\\\1", text)
