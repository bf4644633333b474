"""Touches: what a function does to things that outlive a test, be it a change or the setting back of one."""

from typing import Any, Final, NamedTuple, Protocol

from isolint.program.values.origins import Site

ALL: Final = "*"  # the store of a thing that stands for every one


class Thing(NamedTuple):
    """One thing that can be changed: a `store` and, where it is known, the part of it that `key` says."""

    store: str
    key: str | None = None

    def meets(self, other: "Thing") -> bool:
        """Whether two may be the same: where one is the whole store, or nobody knows which part, they are."""
        if ALL in (self.store, other.store):
            return True
        return self.store == other.store and (self.key is None or other.key is None or self.key == other.key)


class Touch(NamedTuple):
    """One touch of a thing.

    `place` is how readers know it and `value` what it is set to. `counts`: it outlives the test; others only show what
    is set back. `drops`: it takes something away; `mild`: it leaves alone what was there; `back`: it is set to what it
    begins with; `adds`: it adds to what was there; `half`: it puts back what was there, and takes nothing away; `sure`:
    it puts back an attribute that was read, and so was there; `fake`: it puts a stand-in there. `within` are the things
    that it is a part of, so that who sets those back sets back this. `spot` is what it changes of the product, so that
    only a test which looks there shows that it matters; `given` is what tells the part of it that is changed, where it
    is `deep` inside of it.
    """

    thing: Thing
    position: int
    region: int
    place: str
    value: Any = None
    counts: bool = True
    drops: bool = False
    mild: bool = False
    back: bool = False
    adds: bool = False
    half: bool = False
    sure: bool = False
    fake: bool = False
    within: tuple[Thing, ...] = ()
    spot: Any = None
    given: tuple[Any, ...] = ()
    deep: bool = False


class Call(NamedTuple):
    """A call, or what is registered to be called with its arguments; `position` and `region` say where it stands."""

    site: Site
    callee: Any
    arguments: tuple[Any, ...]
    keywords: tuple[tuple[Any, Any], ...]
    position: int
    region: int


class Touching(Protocol):
    """Knows what touches things of one sort; `keeping` are names of what may set something and set it back."""

    keeping: frozenset[str]

    def changing(self, file: int) -> list[int]:
        """The scopes of a file that may touch such a thing so that it counts, as far as names tell."""
        ...

    def stores(self, file: int, scope: int) -> list[Touch]:
        """The touches by assignment and deletion."""
        ...

    def calling(self, file: int, scope: int) -> list[int]:
        """The numbers of the calls that may touch such a thing, as far as names tell."""
        ...

    def call(self, call: Call) -> list[Touch]:
        """The touches by a call."""
        ...

    def kept(self, call: Call) -> list[Thing]:
        """What a call sets and has set back at the end of the test, or of the `with` that it is entered by."""
        ...
