"""Telling: whether a call is of a kind, and whether it only looks at what it is given or tells a reader of it."""

import re
from dataclasses import dataclass

from isolint.program import Program
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Site
from isolint.program.words import matcher, snake


@dataclass(frozen=True, slots=True)
class Telling:
    """Calls of kind `harmless`, and methods of what has a name of kind `log`, whose words `loggers` finds."""

    program: Program
    harmless: str
    loggers: re.Pattern[str]

    def only(self, site: Site) -> bool:
        """Whether a call changes nothing that anybody reads later."""
        callee = self.program.units[site.file].body(site.scope).calls[site.call][0]
        if self.loggers.search(snake(last_name(receiver(callee)))):
            return True
        rows = self.program.vocabulary.kinds.get(self.harmless, ())
        return any(last_name(callee) in row.methods for row in rows) or is_call(self.program, site, self.harmless)


def telling(program: Program, harmless: str, log: str) -> Telling:
    """The calls of a program that only look or tell, by the kinds of the vocabulary."""
    return Telling(program, harmless, matcher(program.vocabulary.names(log)))


def is_call(program: Program, site: Site, kind: str) -> bool:
    """Whether what is called is of a kind."""
    callee = program.units[site.file].body(site.scope).calls[site.call][0]
    if last_name(callee) not in program.spelled(site.file, program.vocabulary.lasts(kind)):
        return False
    return any(program.evaluator.meaning.has_kind(o, kind) for o in program.evaluator.calls.callees(site))
