"""Signatures: classes that a framework takes for what one of their methods is given, whatever they inherit from."""

from isolint.facts import KWARG, VARARG, Header
from isolint.vocabulary import Row


class Signature:
    """A row such as `__init__(get_response)`: classes with a method whose first parameters are called so.

    What stands behind a `*` are parameters that it has anywhere, as it is given them by name; with `/` at the end
    further ones have defaults. In front may stand what the class is called: `*Middleware.`.
    """

    __slots__ = ("ends", "method", "named", "names", "owner", "params", "row")

    def __init__(self, row: Row) -> None:
        path, _, inside = row.path.removesuffix(")").partition("(")
        owner, _, self.method = path.rpartition(".")
        self.owner = owner or "*"
        first, _, anywhere = inside.partition("*")
        names = [name.strip() for name in first.split(",") if name.strip()]
        self.ends = names[-1:] == ["/"]
        self.params = tuple(names[:-1] if self.ends else names)
        self.named = frozenset({name.strip() for name in anywhere.split(",") if name.strip()})
        self.names = frozenset({self.method, *self.params, *self.named})
        self.row = row

    def fits(self, header: Header) -> bool:
        """Whether a method takes what the framework gives."""
        params, count = header.params[1:], len(self.params)
        if tuple([p[0] for p in params[:count]]) != self.params or not self.named <= {p[0] for p in params}:
            return False
        return not self.ends or all(p[2] != () or p[3] in (VARARG, KWARG) for p in params[count:])
