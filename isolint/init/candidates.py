"""Candidates: what gives a context in a project, the likeliest first."""

from collections.abc import Sequence

from isolint.checks.context.signatures import Signatures
from isolint.facts import GENERATOR, MODULE
from isolint.init.contexts import KIND
from isolint.init.makers import NAMED
from isolint.init.recipe import Recipe, called, class_of, recipe
from isolint.program import Program
from isolint.program.values.origins import Cls, Ext, Fn, Obj
from isolint.program.words import snake
from isolint.vocabulary import Row


def candidates(program: Program) -> tuple[Cls | Fn, ...]:
    """The classes and functions of the project that rows of the vocabulary name as a context, the likeliest first.

    Classes come before functions, what the configuration names before what a pack does, the application's before the
    suite's, what is told an identity, can be made and is called after an identity before what is not so, and then those
    that more files import.
    """
    rows = program.vocabulary.kinds.get(KIND, ())
    names = {row.path.removesuffix("()").rpartition(".")[2] for row in rows}
    found = [each for name in sorted(names) for each in program.evaluator.names.definitions(name)]
    return tuple(sorted((each for each in found if _rows(program, each)), key=lambda each: _order(program, each)))


def attempt(program: Program, targets: Sequence[Cls | Fn], *, may_wait: bool) -> Recipe | str:
    """How to make the likeliest context, by itself or by a function that gives one; or why that cannot be told."""
    wanted = class_of(program, targets[0])
    alike = [each for each in targets[1:] if wanted and isinstance(each, Fn) and class_of(program, each) == wanted]
    made = [recipe(program, each, may_wait=may_wait) for each in (targets[0], *alike)]
    return next((each for each in made if isinstance(each, Recipe)), made[0])


def _order(program: Program, target: Cls | Fn) -> tuple[object, ...]:
    people = program.vocabulary.names("identity-name")
    own = any(row.pack == "project" for row in _rows(program, target))
    outside = program.roles[target.file] != "application"
    told = any(snake(each.name).strip("_") in people for each in Signatures(program, KIND, NAMED).of(target))
    makeable = isinstance(recipe(program, target, may_wait=True), Recipe)
    called_after = not people.isdisjoint(snake(called(program, target)).split("_"))
    kind = (isinstance(target, Fn), not own, outside, not told, not makeable, not called_after)
    return *kind, -_imported(program, target), program.units[target.file].path


def _imported(program: Program, target: Cls | Fn) -> int:
    """How many files import it at their top."""
    name = called(program, target)
    files = [n for n, unit in enumerate(program.units) if name in unit.interface.mentions and unit.interface.scopes]
    return sum(program.evaluator.origins(n, MODULE, name) == (target,) for n in files)


def _rows(program: Program, target: Cls | Fn) -> tuple[Row, ...]:
    """What says that a call gives a context; nothing for what does not stand at the top of a module of the project."""
    unit = program.units[target.file]
    header = unit.header(target.scope)
    if header.parent != MODULE or header.flags & GENERATOR or unit.path.rpartition("/")[2] == "conftest.py":
        return ()
    if isinstance(target, Fn) and (header.decorators or program.suites.is_test(target.file, target.scope)):
        return ()
    meaning = program.evaluator.meaning
    made: Obj | Ext = Obj(target, None) if isinstance(target, Cls) else Ext(f"{meaning.canonical(target)}()")
    return meaning.rows(made, KIND)
