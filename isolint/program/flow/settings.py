"""Settings: the changes that a function makes to settings of the process, by store, by method or by call."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from isolint.facts import ENTERED, Body
from isolint.program.flow.restoring import Change
from isolint.program.flow.writes import Writes
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Ext, Site
from isolint.vocabulary import Row


class Setting(NamedTuple):
    """A change of what `row` speaks of; `values` are what it is set to, `key` the element's, if it is one."""

    row: Row
    change: Change
    values: tuple[Any, ...]
    key: Any = None
    entered: bool = False


class Settings:
    """Answers which settings of a kind a function changes."""

    def __init__(self, evaluator: Evaluator, writes: Writes, kind: str, restoring: str) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._writes = writes
        self._kind = kind
        self._restoring = restoring
        rows = evaluator.vocabulary.kinds.get(kind, ())
        self._attributes = {row.path: row for row in rows if row.by == "attribute"}
        self._calls = frozenset(row.path.rpartition(".")[2] for row in rows if row.by == "call")
        self._entering = evaluator.vocabulary.lasts(restoring)
        names: dict[str, set[str]] = {}
        for row in rows:
            root, _, rest = row.path.partition(".")
            names.setdefault(root, set()).add(rest.rpartition(".")[2].removesuffix("()"))
        self._names = {root: frozenset(found) for root, found in names.items()}
        self._tails = frozenset(path.rpartition(".")[2].removesuffix("()") for path in self._attributes)

    def spoken(self, file: int) -> bool:
        """Whether a file mentions such a setting."""
        mentions = self._units[file].interface.mentions
        return any(root in mentions and not names.isdisjoint(mentions) for root, names in self._names.items())

    def of(self, file: int, scope: int) -> Iterator[Setting]:
        """The changes, stores first."""
        for write in self._writes.of(file, scope) if self._attributes else ():
            if write.how == "name" or not self._may_be(write.base, write.key if write.how == "attr" else None):
                continue
            row = self._attribute(file, scope, write.base, write.key if write.how == "attr" else None)
            if row is not None:
                key = write.key if write.how in ("attr", "item") else None
                undo = frozenset(row.methods)
                change = Change(file, scope, write.position, write.region, write.base, key, None, undo)
                yield Setting(row, change, write.values, write.key if write.how != "attr" else None)
        body = self._units[file].body(scope)
        for number, (callee, arguments, keywords, position, flags, at) in enumerate(body.calls):
            region = _inside(body, number, at) if flags & ENTERED else at
            name = last_name(callee)
            if name in self._calls:
                for row in self._rows(Site(file, scope, number)):
                    given = (*arguments, *[v for _, v in keywords])
                    values = given if row.argument < 0 else arguments[row.argument : row.argument + 1]
                    change = Change(file, scope, position, region, None, None, callee, frozenset(row.methods))
                    yield Setting(row, change, values, entered=bool(flags & ENTERED))
                    break
            elif name in self._entering and arguments and self._may_be(arguments[0], None):
                row = self._attribute(file, scope, arguments[0], None)
                if row is not None:
                    values = (*arguments[1:], *[v for _, v in keywords])
                    change = Change(file, scope, position, region, arguments[0], None)
                    yield Setting(row, change, values, entered=True)

    def _may_be(self, base: Any, key: Any) -> bool:
        return last_name(base) in self._tails or (isinstance(key, str) and key in self._tails)

    def _attribute(self, file: int, scope: int, base: Any, key: Any) -> Row | None:
        """The row of an attribute, or of what it is an attribute of."""
        for origin in self._e.origins(file, scope, base):
            if type(origin) is not Ext:
                continue
            path = f"{origin.path}.{key}" if isinstance(key, str) else origin.path
            row = self._attributes.get(path) or self._attributes.get(origin.path)
            if row is not None:
                return row
        return None

    def _rows(self, site: Site) -> Iterator[Row]:
        for origin in self._e.calls.callees(site):
            yield from (row for row in self._e.meaning.rows(origin, self._kind) if row.by != "attribute")


def _inside(body: Body, number: int, region: int) -> int:
    """The region of the `with` that a call is entered by."""
    return next((n for n, r in enumerate(body.regions) if r[0] == "with" and r[2] == number), region)
