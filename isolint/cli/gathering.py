"""Gathering: many options of a command handed to it as one value."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import wraps
from typing import Any

Command = Callable[..., int]
Decorator = Callable[[Command], Command]


def gathered(name: str, kind: type, options: Sequence[Decorator]) -> Decorator:
    """A decorator that gives a command the options, and hands it as `name` a dataclass of their values."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def called(**values: Any) -> int:  # whatever click makes of them
            own = {each.name: values.pop(each.name) for each in fields(kind)}
            return command(**{name: kind(**own)}, **values)

        for option in reversed(options):
            option(called)
        return called

    return decorate
