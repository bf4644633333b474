"""Helpers: the classes and functions of test support by which tests authenticate."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from isolint.facts import CLASS, FUNCTION
from isolint.init.classes import is_data
from isolint.init.contexts import Contexts
from isolint.init.functions import bound
from isolint.init.proposal import Proposal, about
from isolint.program import Program
from isolint.program.entry.roles import is_test_file
from isolint.program.values.origins import Cls, Fn
from isolint.program.words import matcher, snake
from isolint.vocabulary import Row

KIND: Final = "auth-helper"
ALONE: Final = frozenset({"login", "authenticate", "signin"})
VERBS: Final = ALONE | {"create", "make", "get", "generate", "build", "issue", "obtain", "mint"}
THINGS: Final = frozenset({
    "token", "tokens", "jwt", "header", "headers", "cookie", "cookies", "user", "client", "session",
    "connection", "websocket", "context",
})  # fmt: skip
BREAKS: Final = frozenset({"with", "for", "via", "from", "by", "using", "as", "and", "in"})
OTHERS: Final = frozenset({
    "mock", "fake", "stub", "dummy", "invalid", "expired", "malformed", "tampered", "bad", "wrong", "without",
    "database", "db", "sample", "example",
})  # fmt: skip
HEADERS: Final = frozenset({"authorization", "proxy_authorization", "x_api_key"})


def propose(program: Program, _: Contexts) -> Iterator[Proposal]:
    """A row for each public one that another file uses; none for credentials that are refused, or a database's."""
    words = matcher(program.vocabulary.names("credential-name") | {"auth"})
    used = Counter(name for unit in program.units for name in unit.interface.mentions)
    for file, unit in enumerate(program.units):
        if program.roles[file] != "test" or (is_test_file(unit.path) and not unit.path.endswith("conftest.py")):
            continue
        module = unit.path.rpartition("/")[2].removesuffix(".py")
        for scope, header in enumerate(unit.interface.scopes):
            told = set(snake(f"{module} {header[1]}").split("_"))
            if header[2] != 0 or header[1][:1] in {"_", "<"} or told & OTHERS or not header[1]:
                continue
            for thing, gives in _helpers(program, file, scope, words):
                name = unit.header(thing.scope).name
                if used[name] > 1:
                    row = Row(KIND, program.evaluator.meaning.canonical(thing))
                    reason = f"{gives}, used in {_files(used[name] - 1)}"
                    yield about(program, (row,), thing[:2], reason, (thing,))


def _files(count: int) -> str:
    return f"{count} other file{'' if count == 1 else 's'}"


def _helpers(program: Program, file: int, scope: int, words: re.Pattern[str]) -> Iterator[tuple[Cls | Fn, str]]:
    """A function, a class that is called after authentication, or else the methods of one that are."""
    unit = program.units[file]
    header = unit.header(scope)
    if header.kind == FUNCTION and _gives(program, file, scope, words):
        yield Fn(file, scope, None), "gives what authenticates"
    if header.kind != CLASS or is_data(program, Cls(file, scope)):
        return
    methods = [m for m in program.evaluator.members.methods(Cls(file, scope)) if _gives(program, file, m, words)]
    if methods and words.search(snake(header.name)):
        yield Cls(file, scope), f"`{unit.header(methods[0]).name}` gives what authenticates"
    elif not header.name.startswith("Test"):
        yield from ((bound(program, file, m), "gives what authenticates") for m in methods)


def _gives(program: Program, file: int, scope: int, words: re.Pattern[str]) -> bool:
    """Whether a function's name says that it makes a credential, or it returns a header that has one."""
    header, body = program.units[file].header(scope), program.units[file].body(scope)
    if not (body.returns or body.yields) or header.name[0] == "_":
        return False
    name = snake(header.name)
    if set(name.split("_")) & OTHERS:
        return False
    parts = name.strip("_").split("_")
    end = next((number for number, part in enumerate(parts) if part in BREAKS), len(parts))
    if parts[0] in VERBS and words.search(name) and (parts[end - 1] in THINGS or (end == 1 and parts[0] in ALONE)):
        return True
    return any(_is_header(value) for value, _ in (*body.returns, *body.yields))


def _is_header(value: Any) -> bool:
    """Whether a value is a dictionary with a header that authenticates."""
    match value:
        case ("dict", *pairs):
            return any(_key(k) in HEADERS for k, _ in pairs)
        case ("|", *members):
            return any(_is_header(member) for member in members)
    return False


def _key(value: Any) -> str:
    return snake(str(value[1])).strip("_") if type(value) is tuple and value[0] == "=" else ""
