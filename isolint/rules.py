"""Rule: a check with parameters, a code and words, read from a TOML file of the catalogue."""

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar, cast, get_args

from isolint.checks import CHECKS, Check
from isolint.errors import UsageError, nearest
from isolint.finding import CONFIDENCES, SEVERITIES, Applicability, Confidence, Severity
from isolint.repairs import REPAIRS, Repair

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    if sys.version_info >= (3, 11):
        from importlib.resources.abc import Traversable
    else:
        from importlib.abc import Traversable

Kind = TypeVar("Kind")
On = Literal["always", "default", "strict"]
Status = Literal["preview", "stable", "deprecated"]

REQUIRED: Final = ("code", "name", "on", "severity", "confidence", "summary", "message", "why", "instead", "never")
OPTIONAL: Final = ("status", "cwe", "security-severity", "check", "fix")
CHOICES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "on": ("always", "default", "strict"),
        "severity": SEVERITIES,
        "confidence": CONFIDENCES,
        "status": ("preview", "stable", "deprecated"),
    }
)


@dataclass(frozen=True, slots=True)
class Wanted(Generic[Kind]):
    """A check or a repair as a rule's file names it, with its parameters; `key` is where the file does so."""

    kinds: Mapping[str, type[Kind]]
    key: str
    name: str
    parameters: tuple[tuple[str, Any], ...]
    file: str

    def made(self) -> Kind:
        """The check or repair itself; raises UsageError for parameters that it does not have."""
        kind: Any = self.kinds[self.name]
        known = {f.name.replace("_", "-") for f in fields(kind)}
        for word, _ in self.parameters:
            if word not in known:
                raise UsageError(f"{self.file}: {self.key}.{word}: unknown parameter, {nearest(word, known)}")
        try:
            found: Kind = kind(**{word.replace("-", "_"): value for word, value in self.parameters})
        except TypeError as fault:
            raise UsageError(f"{self.file}: {self.key}: {fault}") from None
        return found


@dataclass(frozen=True, slots=True)
class Remedy:
    """How findings of a rule are fixed; `message` is a template over the words of an offer.

    `repair` is None for what the engine itself offers (ISO0xx). `reveals` are codes of rules that have something to ask
    only once this is fixed; such a finding is no damage, unless its rule runs.
    """

    applicability: Applicability
    message: str
    mends: Wanted[Repair] | None = None
    reveals: tuple[str, ...] = ()

    @property
    def repair(self) -> Repair | None:
        """What works out how to mend a match."""
        return self.mends.made() if self.mends else None

    @property
    def summary(self) -> str:
        """The message without a finding to speak of: its words are the repair's parameters, or stand for themselves."""
        repair = self.repair
        known = re.sub(r"\{(\w+)(?:!r)?\}", lambda word: str(getattr(repair, word[1], word[1])), self.message)
        return known if repair else re.sub(r"\{\w+\}", "", self.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the catalogue; `check` is None for the codes that the engine itself raises (ISO0xx).

    `summary` is one sentence without a full stop; `message` is a template over a match's words; `why` says the
    consequence, `instead` what to do, `never` what the rule leaves alone; `group` is the folder it stands in.
    """

    code: str
    name: str
    severity: Severity
    confidence: Confidence
    on: On
    status: Status
    group: str
    summary: str
    message: str
    why: str
    instead: str
    never: str = ""
    cwe: tuple[int, ...] = ()
    security_severity: float | None = None
    asks: Wanted[Check] | None = None
    fix: Remedy | None = None

    @property
    def check(self) -> Check | None:
        """The question that the rule asks."""
        return self.asks.made() if self.asks else None

    @property
    def url(self) -> str:
        """The rule's page in the documentation."""
        return f"https://isolint.readthedocs.io/rules/{self.code}/"


def shipped() -> "Traversable":
    """The folder of packs and rules: inside the package where it is installed, else the checkout's `rules/`."""
    inside = resources.files("isolint") / "_rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


def catalogue(folder: "Traversable | None" = None) -> Mapping[str, Rule]:
    """All rules by code; raises UsageError for what is misspelt.

    The parameters of checks and repairs are looked at when these are made, since that takes all modules of them.
    """
    root = (folder or shipped()) / "catalogue"
    rules = [
        _read(file.read_text(encoding="utf-8"), f"{group.name}/{file.name}", group.name)
        for group in sorted(root.iterdir(), key=lambda g: g.name) if group.is_dir()
        for file in sorted(group.iterdir(), key=lambda f: f.name) if file.name.endswith(".toml")
    ]  # fmt: skip
    return MappingProxyType({rule.code: rule for rule in sorted(rules, key=lambda r: r.code)})


def read_rule(text: str, file: str, group: str) -> Rule:
    """One rule; raises UsageError that names file, key and what was expected."""
    rule = _read(text, file, group)
    for wanted in (rule.asks, rule.fix and rule.fix.mends):
        if wanted:
            wanted.made()
    return rule


def _read(text: str, file: str, group: str) -> Rule:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise UsageError(f"{file}: not TOML: {fault}") from None
    known = (*REQUIRED, *OPTIONAL)
    for key in data:
        if key not in known:
            raise UsageError(f"{file}: unknown key {key!r}, {nearest(key, known)}")
    for key in REQUIRED:
        if not isinstance(data.get(key), str):
            raise UsageError(f"{file}: {key}: expected a string")
    for key, allowed in CHOICES.items():
        if data.get(key, allowed[0]) not in allowed:
            raise UsageError(f"{file}: {key}: {data[key]!r} is none of {', '.join(allowed)}")
    check, fix = data.pop("check", None), data.pop("fix", None)
    values = {key.replace("-", "_"): value for key, value in data.items()}
    values["cwe"] = tuple(values.get("cwe", ()))
    values.setdefault("status", "preview")
    return Rule(
        **values,
        group=group,
        asks=None if check is None else _wanted(CHECKS, "check", dict(check), file),
        fix=None if fix is None else _remedy(dict(fix), file),
    )


def _remedy(table: dict[str, Any], file: str) -> Remedy:
    applicability, message = table.pop("applicability", None), table.pop("message", None)
    if applicability not in get_args(Applicability):
        raise UsageError(f"{file}: fix.applicability: {applicability!r} is none of safe, unsafe")
    if not isinstance(message, str):
        raise UsageError(f"{file}: fix.message: expected a string")
    reveals = table.pop("reveals", [])
    if not isinstance(reveals, list) or not all(isinstance(code, str) for code in reveals):
        raise UsageError(f"{file}: fix.reveals: expected a list of codes")
    mends = _wanted(REPAIRS, "fix", table, file) if table else None
    return Remedy(applicability, message, mends, tuple(reveals))


def _wanted(kinds: Mapping[str, type[Kind]], key: str, table: dict[str, Any], file: str) -> Wanted[Kind]:
    """The check or repair that a table names, with its parameters."""
    name = table.pop("is", None)
    if name not in kinds:
        raise UsageError(f"{file}: {key}.is: unknown {key} {name!r}, {nearest(str(name), kinds)}")
    parameters = tuple((word, tuple(value) if isinstance(value, list) else value) for word, value in table.items())
    return Wanted(kinds, key, str(name), parameters, file)


def tuned(rules: Mapping[str, Rule], parameters: Mapping[str, Any], where: str) -> Mapping[str, Rule]:
    """The rules with parameters that a project has chosen, by code; raises UsageError for what a rule does not take."""
    found = dict(rules)
    for code, given in parameters.items():
        if code not in rules:
            raise UsageError(f"{where}: parameters: unknown code {code!r}, {nearest(code, rules)}")
        asks, told = rules[code].asks, cast("Any", rules[code].check)
        known = {f.name.replace("_", "-"): getattr(told, f.name) for f in fields(told)} if told else {}
        for key, value in given.items():
            if key not in known:
                raise UsageError(f"{where}: parameters.{code}: unknown parameter {key!r}, {nearest(key, known)}")
            if not isinstance(value, list if isinstance(known[key], tuple) else type(known[key])):
                raise UsageError(f"{where}: parameters.{code}.{key}: expected something like {known[key]!r}")
        values = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
        if asks and values:
            every = dict(asks.parameters) | values
            found[code] = replace(rules[code], asks=replace(asks, parameters=tuple(every.items())))
    return MappingProxyType(found)


def named(text: str, rules: Mapping[str, Rule], where: str) -> frozenset[str]:
    """The codes that a code, a name, a prefix or ALL stands for; raises UsageError with the nearest known one."""
    if text == "ALL":
        return frozenset(rules)
    found = frozenset(c for c, r in rules.items() if c.startswith(text.upper()) or r.name == text.lower())
    if not found or not text:
        known = [*rules, *(r.name for r in rules.values())]
        raise UsageError(f"{where}: unknown code {text!r}, {nearest(text, known)}")
    return found


def chosen(
    rules: Mapping[str, Rule],
    select: Iterable[str],
    extend: Iterable[str],
    ignore: Iterable[str],
    *,
    strict: bool,
    where: str,
) -> frozenset[str]:
    """The codes that run under a choice."""
    wanted = {c for text in select for c in named(text, rules, f"{where}: select")}
    if not wanted:
        wanted = {c for c, r in rules.items() if r.on == "default" or strict}
    wanted |= {c for text in extend for c in named(text, rules, f"{where}: extend-select")}
    wanted -= {c for text in ignore for c in named(text, rules, f"{where}: ignore")}
    return frozenset(wanted | {c for c, r in rules.items() if r.on == "always"})


def ceiling(rule: Rule, found: Confidence) -> Confidence:
    """The confidence of a finding: the evidence's, with the rule's own as a ceiling."""
    return max(rule.confidence, found, key=CONFIDENCES.index)
