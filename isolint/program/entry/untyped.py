"""Untyped: the router that a function is handed without a type, by what its file imports and how it is told a route."""

from collections.abc import Iterator
from typing import Any

from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Arg
from isolint.vocabulary import Row


class Untyped:
    """Answers for decorators and calls on parameters of which nothing is known: `@app.route("/x")`."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._e = evaluator
        routers = [f"{row.path}()." for row in evaluator.vocabulary.kinds.get("router", ())]
        self._rows: dict[str, list[tuple[str, Row]]] = {}
        for row in evaluator.vocabulary.kinds.get("entry", ()):
            for router in routers:
                if row.by in ("decorator", "call") and row.path.startswith(router):
                    name = row.path.rpartition(".")[2]
                    self._rows.setdefault(name, []).append((row.path[len(router) :], row))

    def rows(self, file: int, scope: int, call: int, by: str) -> Iterator[Row]:
        """The rows that a call is meant to have which tells an address to what a file's library calls its router."""
        callee, arguments, *_ = self._e.units[file].body(scope).calls[call]
        if type(callee) is not str or not arguments or not _is_address(arguments):
            return
        known = self._rows.get(callee.rpartition(".")[2], ())
        mentions = self._e.units[file].interface.mentions
        told = {tail: row for tail, row in known if row.by == by and row.path.partition(".")[0] in mentions}
        at = callee.find(".")
        while told and at > 0:
            row = told.get(callee[at + 1 :])
            if row is not None and any(type(o) is Arg for o in self._e.origins(file, scope, callee[:at])):
                yield row
                return
            at = callee.find(".", at + 1)


def _is_address(arguments: Any) -> bool:
    """Whether the first or the second argument is a path."""
    return any(type(v) is tuple and v[0] == "=" and type(v[1]) is str and v[1][:1] == "/" for v in arguments[:2])
