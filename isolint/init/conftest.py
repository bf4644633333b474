"""Conftest: a file with a fixture at its end, and the imports that the fixture needs; all else stays as it is."""

from typing import Final

from isolint.change import Change, Import, Insert
from isolint.errors import UsageError
from isolint.facts import MODULE
from isolint.fixes.making import make
from isolint.fixes.names import complaints, told
from isolint.fixes.tree import Tree, Unfixable
from isolint.init.recipe import Recipe
from isolint.program import Program
from isolint.repairs.naming import named
from isolint.source import Unreadable, decode
from isolint.source.text import encode

WIDTH: Final = 88
PLAIN: Final = "pytest"
WAITING: Final = "pytest_asyncio"


def with_fixture(program: Program, path: str, before: bytes, recipe: Recipe, name: str) -> bytes | str:
    """The bytes with the fixture, or why it cannot be put there."""
    file = next((number for number, unit in enumerate(program.units) if unit.path == path), -1)
    module = WAITING if recipe.is_async else PLAIN
    modules = [module, *(["uuid"] if any("uuid." in each for each in recipe.arguments) else [])]
    taken = _taken(program, file, [name, *modules], modules) if file >= 0 else ""
    if taken:
        return f"{path}: `{taken}` is something else there"
    if file >= 0 and before:
        said = named(program, file, MODULE, recipe.target)
        if said is None:
            return f"{path}: `{recipe.name}` cannot be imported there"
        imports: list[Change] = [change for _, change in said.changes]
        callee = said.text
    else:
        home = _module(program, path, recipe)
        if not home:
            return f"{path}: `{recipe.name}` cannot be imported there"
        imports, callee = [Import(home, recipe.name, own=True)], recipe.name
    code = _code(recipe, callee, name, module)
    return _made(path, before, [*(Import(each) for each in modules), *imports], code)


def _taken(program: Program, file: int, names: list[str], modules: list[str]) -> str:
    """The first of some names that a module binds to something else than the module of that name."""
    bindings = program.units[file].header(MODULE).bindings if program.units[file].interface.scopes else {}
    free = {each: ("import", 0, each, None) for each in modules}
    return next((each for each in names if each in bindings and bindings[each] != free.get(each)), "")


def _module(program: Program, path: str, recipe: Recipe) -> str:
    """The module of what is called, as a file that is not there yet can import it; empty where it cannot."""
    dotted = program.modules.dotted(recipe.target.file)
    found = program.modules.find(path.rpartition("/")[0], dotted) == recipe.target.file
    return dotted if found and all(part.isidentifier() for part in dotted.split(".")) else ""


def _code(recipe: Recipe, callee: str, name: str, module: str) -> str:
    wait = "await " if recipe.waits else ""
    call = f"{wait}{callee}({', '.join(recipe.arguments)})"
    lead = "    context = " if recipe.cleanup else "    return "
    if len(lead + call) > WIDTH:
        call = f"{wait}{callee}(\n" + "".join(f"        {each},\n" for each in recipe.arguments) + "    )"
    lines = [
        f"@{module}.fixture",
        f"{'async ' if recipe.is_async else ''}def {name}():",
        '    """A context of a user of its own."""',
        f"{lead}{call}",
    ]
    if recipe.cleanup:
        lines += ["    yield context", f"    {'await ' if recipe.cleanup_waits else ''}context.{recipe.cleanup}()"]
    return "\n".join(lines)


def _ended(text: str) -> str:
    """The text with a line end behind it, if there is any."""
    return text if not text or text.endswith(("\r", "\n")) else f"{text}\n"


def _made(path: str, before: bytes, imports: list[Change], code: str) -> bytes | str:
    """The bytes with imports and code, proved; raises UsageError for a file that cannot be read."""
    try:
        text = decode(before)
        old = complaints(text)
        tree = Tree(text)
        body = tree.module.body
        seed = before if body else encode(f"{_ended(text)}{code}\n", before)
        changes = list(imports)
        if body:
            changes.append(Insert(tree.place(body[-1]), code, "after"))
    except Unreadable as error:
        raise UsageError(f"{path}: {error.message}") from None
    except Unfixable as error:
        return f"{path}: {error}"
    made = make(path, seed, {"": changes})
    if made.refused:
        return f"{path}: {made.refused['']}"
    new = complaints(decode(made.data)) - old
    return f"{path}: pyflakes would say: {told(next(iter(new)))}" if new else made.data
