"""Naming: the names under which contexts travel, where packs do not know them."""

from collections import defaultdict
from collections.abc import Iterator

from isolint.facts import FUNCTION
from isolint.init.contexts import Contexts
from isolint.init.proposal import Proposal
from isolint.program import Program
from isolint.program.values.origins import Fn
from isolint.program.words import matcher, snake
from isolint.vocabulary import Row

KIND = "context-name"
OFTEN = 3  # functions
FILES = 2
Places = list[tuple[int, int]]


def propose(program: Program, contexts: Contexts) -> Iterator[Proposal]:
    """The names that hold nothing but contexts, as far as annotations and fixtures tell."""
    known = matcher(program.vocabulary.names(KIND))
    held = _held(program, contexts)
    for name, places in sorted(held.items()):
        word = snake(name).strip("_")
        if len(places) < OFTEN or len({file for file, _ in places}) < FILES:
            continue
        if "_" not in word or known.search(snake(name)):
            continue
        path, span = program.span(places[0][0], program.units[places[0][0]].header(places[0][1]).position)
        yield Proposal((Row(KIND, word),), path, span.line, f"holds a context in {len(places)} functions")


def _held(program: Program, contexts: Contexts) -> dict[str, Places]:
    """Names of parameters and fixtures that hold contexts, without those that hold something else as well."""
    wanted = {t.name for t in contexts.takers if t.cls in contexts.classes and t.name}
    found: dict[str, Places] = defaultdict(list)
    others: set[str] = set()
    for file, unit in enumerate(program.units):
        tested = program.roles[file] == "test"
        for scope, header in enumerate(unit.interface.scopes):
            if header[0] != FUNCTION:
                continue
            for name, note, _, _ in header[6] if not tested else ():
                told = program.evaluator.annotations.instances(file, header[2], note) if name in wanted else ()
                if told and contexts.holds(told):
                    found[name].append((file, scope))
                elif name in wanted:
                    others.add(name)
            if tested and program.suites.is_fixture(file, scope):
                given = program.evaluator.calls.returned(Fn(file, scope, None), None)
                if contexts.holds(given):
                    found[header[1]].append((file, scope))
    return {name: places for name, places in found.items() if name not in others}
