"""The findings about comments: those that suppress nothing (ISO002) and those that give no reason (ISO003)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from isolint.change import Comment
from isolint.directive import is_prefix, without
from isolint.finding import Finding, Fix
from isolint.fingerprint import fingerprint, number
from isolint.rules import Remedy, Rule
from isolint.suppression import EVERYTHING, Suppression

UNUSED: Final = "ISO002"
UNEXPLAINED: Final = "ISO003"
_ABOUT_COMMENTS: Final = frozenset({UNUSED, UNEXPLAINED})


@dataclass(frozen=True, slots=True)
class Judge:
    """What decides whether a comment is unused: who hid something under which name, and what ran where."""

    used: frozenset[tuple[Suppression, str]]
    ran: frozenset[str]
    rules: Mapping[str, Rule]
    everywhere: bool

    def idle(self, suppression: Suppression) -> tuple[str, ...]:
        """The names of a comment that are proved to hide nothing.

        What means many rules, a prefix or a comment without codes, is judged by those of them that run by default.
        """
        match suppression.directive.kind:
            case "unknown":
                return suppression.names
            case "noqa" if suppression.directive.names is None:
                return ()
            case "shared" if not self.everywhere:
                return ()
        return tuple(
            name for name in suppression.names if (suppression, name) not in self.used and self._is_judged(name)
        )

    def meant(self, name: str) -> frozenset[str]:
        """The codes that a name in a comment means."""
        return frozenset(
            rule.code
            for rule in self.rules.values()
            if name in {EVERYTHING, rule.code, rule.name} or (is_prefix(name) and rule.code.startswith(name))
        )

    def _is_judged(self, name: str) -> bool:
        meant = self.meant(name)
        if not meant:
            return True
        codes = meant - _ABOUT_COMMENTS
        asked = frozenset(code for code in codes if self.rules[code].on == "default") or codes
        return bool(asked) and asked <= self.ran


def unused(suppressions: Sequence[Suppression], judge: Judge) -> tuple[Finding, ...]:
    """ISO002 for every comment that has a name, or stands there without one, for nothing."""
    if UNUSED not in judge.ran:
        return ()
    idle = {each: names for each in suppressions if (names := judge.idle(each))}
    remedy = judge.rules[UNUSED].fix
    return _findings(
        judge.rules[UNUSED],
        tuple((each, ",".join(names), _unused_message(each, names, judge)) for each, names in idle.items()),
        {
            each: _removal(each, names, remedy)
            for each, names in idle.items()
            if remedy and _is_clear(each, names, judge)
        },
    )


def unexplained(suppressions: Sequence[Suppression], judge: Judge) -> tuple[Finding, ...]:
    """ISO003 for every comment without a reason that is not to be removed anyway."""
    if UNEXPLAINED not in judge.ran:
        return ()
    goes = {each for each in suppressions if UNUSED in judge.ran and judge.idle(each) == each.names}
    return _findings(
        judge.rules[UNEXPLAINED],
        tuple(
            (each, "", f"`{each.text}` gives no reason")
            for each in suppressions
            if each not in goes and not each.directive.reason and _owes_a_reason(each)
        ),
        {},
    )


def _owes_a_reason(suppression: Suppression) -> bool:
    match suppression.directive.kind:
        case "unknown":
            return False
        case "noqa":
            return suppression.directive.names is not None
        case _:
            return True


def _unused_message(suppression: Suppression, names: Sequence[str], judge: Judge) -> str:
    match suppression.directive.kind:
        case "unknown":
            return f"`{suppression.text}` suppresses nothing: {suppression.directive.fault}"
        case "shared":
            return f"`{suppression.text}` accepts a shared place, yet nothing is found that names it"
        case _ if EVERYTHING in names:
            return f"`{suppression.text}` suppresses nothing"
    known = [name for name in names if judge.meant(name)]
    told = [f"names {', '.join(f'`{name}`' for name in known)}, yet suppresses no such finding"] if known else []
    told += [f"names `{name}`, and there is no such rule{_hint(name, judge)}" for name in names if name not in known]
    return f"the comment {'; '.join(told)}"


def _hint(name: str, judge: Judge) -> str:
    known = [word for rule in judge.rules.values() for word in (rule.code, rule.name)]
    close = get_close_matches(name, known, n=1)
    return f", did you mean `{close[0]}`?" if close else ""


def _is_clear(suppression: Suppression, names: Sequence[str], judge: Judge) -> bool:
    """Whether the comment is to be removed, and not rather a misspelt one to be put right."""
    return suppression.directive.kind != "unknown" and all(judge.meant(name) for name in names)


def _removal(suppression: Suppression, names: Sequence[str], remedy: Remedy) -> Fix:
    """The comment goes, or these of its names do; those that other linters read stay."""
    line, column, text = suppression.line, suppression.column + 1, suppression.text
    left = without(text, names)
    what = f"{', '.join(f'`{name}`' for name in names)} from " if left else ""
    change = Comment((line, column, line, column + len(text)), left)
    return Fix(remedy.applicability, remedy.message.format(names=what), ((suppression.path, change),))


def _findings(
    rule: Rule, about: Sequence[tuple[Suppression, str, str]], fixes: Mapping[Suppression, Fix]
) -> tuple[Finding, ...]:
    """One finding for each suppression, place (the names it concerns) and message, sorted by place in the files."""
    ordered = sorted(about, key=lambda each: (each[0].path, each[0].line, each[0].column))
    ordinals = number((each.path, place, each.text) for each, place, _ in ordered)
    return tuple(
        Finding(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            confidence=rule.confidence,
            path=each.path,
            line=each.line,
            column=each.column + 1,
            end_line=each.line,
            end_column=each.column + 1 + len(each.text),
            message=message,
            symbol="",
            place=place,
            fingerprint=fingerprint(rule.code, "", place, each.text, ordinal),
            fix=fixes.get(each),
            url=rule.url,
        )
        for (each, place, message), ordinal in zip(ordered, ordinals, strict=True)
    )
