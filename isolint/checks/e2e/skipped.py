"""Skipped: does a test turn itself off because a service is not there?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from isolint.checks.match import Match
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Const, Site
from isolint.program.words import collect, matcher, snake

MISSING: Final = frozenset({"ImportError", "ModuleNotFoundError", "NotImplementedError", "AttributeError"})


class _Words(NamedTuple):
    service: re.Pattern[str]
    absent: re.Pattern[str]
    optional: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Skipped:
    """Calls of kind `skip` in a handler, of product modules, or whose words speak of a service that is not there.

    `service` and `absent` are the kinds of the words for a service and for not being there, `optional` of those for
    what a machine may lack.
    """

    skip: str
    service: str
    absent: str
    optional: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each call."""
        names = program.vocabulary.lasts(self.skip)
        kinds = (self.service, self.absent, self.optional)
        words = _Words(*[matcher(program.vocabulary.names(kind)) for kind in kinds])
        for file in program.asked:
            unit = program.units[file]
            if program.roles[file] != "test" or names.isdisjoint(unit.interface.mentions):
                continue
            for scope in range(len(unit.interface.scopes)):
                for number, name in enumerate(unit.callees(scope)):
                    site = Site(file, scope, number)
                    if name in names and self._is_skip(program, site) and self._for_absence(program, site, words):
                        yield self._match(program, site, unit.body(scope).calls[number])

    def _is_skip(self, program: Program, site: Site) -> bool:
        return any(program.evaluator.meaning.has_kind(o, self.skip) for o in program.evaluator.calls.callees(site))

    def _for_absence(self, program: Program, site: Site, words: _Words) -> bool:
        unit = program.units[site.file]
        body = unit.body(site.scope)
        _, arguments, keywords, _, _, region = body.calls[site.call]
        rows = [r for o in program.evaluator.calls.callees(site) for r in program.evaluator.meaning.rows(o, self.skip)]
        if any(r.by == "module" for r in rows):
            return any(self._is_product(program, site, a) for a in arguments[:1])
        texts: set[str] = set()
        for value in (*arguments, *[v for _, v in keywords]):
            _whole(program, site, value, texts)
        told = snake(" ".join(sorted(texts)))
        if words.service.search(told) and words.absent.search(told) and not words.optional.search(told):
            return True
        while region:
            kind, region, value = body.regions[region]
            if kind == "except" and not _optional(value):
                return True
        return False

    def _is_product(self, program: Program, site: Site, value: Any) -> bool:
        for origin in program.evaluator.origins(site.file, site.scope, value):
            if isinstance(origin, Const) and isinstance(origin.value, str):
                found = program.modules.find(program.units[site.file].folder, origin.value)
                return found is not None and program.roles[found] == "application"
        return False

    def _match(self, program: Program, site: Site, call: tuple[Any, ...]) -> Match:
        title = program.title(site.file, site.scope)
        place = last_name(call[0])
        return Match(
            file=site.file, scope=site.scope, position=call[3], place=place, words={"place": place, "entry": title}
        )


def _optional(value: Any) -> bool:
    """Whether a handler is for what a platform may lack: a module, a feature."""
    texts: set[str] = set()
    collect(value, texts)
    return bool(texts) and texts <= MISSING


def _whole(program: Program, site: Site, value: Any, texts: set[str]) -> None:
    """The strings and names of a value, long ones too."""
    if type(value) is int:
        callee, arguments, *_ = program.units[site.file].body(site.scope).calls[value]
        collect(callee, texts)
        for argument in arguments:
            _whole(program, site, argument, texts)
    elif type(value) is tuple and value and value[0] == "=":
        texts.add(str(value[1]))
    elif type(value) is tuple and value and value[0] in ("<-", "|", "."):
        for part in value[1:]:
            _whole(program, site, part, texts)
    else:
        collect(value, texts)
