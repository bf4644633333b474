"""Words: parameters of the command line that are lists of words, or one of a few."""

from collections.abc import Sequence
from itertools import chain

import click
from click.shell_completion import CompletionItem

from isolint.errors import UsageError, nearest


class Words(click.ParamType):  # type: ignore[type-arg]  # not generic before click 8.3
    """A list, comma separated; the option is to be `multiple`, with `joined` as its callback."""

    name = "list"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The words, without blanks around them."""
        if isinstance(value, tuple):
            return value
        words = tuple(word.strip() for word in value.split(",") if word.strip())
        if not words:
            self.fail("expected at least one word", param, ctx)
        return words


class OneOf(click.ParamType):  # type: ignore[type-arg]  # not generic before click 8.3
    """One of a few words; a misspelt one raises UsageError with the nearest."""

    name = "word"

    def __init__(self, known: Sequence[str]) -> None:
        self._known = tuple(known)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        """The word itself."""
        if value in self._known:
            return value
        where = f"{param.opts[-1]}: " if param else ""
        message = f"{where}{value!r} is unknown, {nearest(value, self._known)}"
        raise UsageError(message)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """The words that begin so."""
        return [CompletionItem(word) for word in self._known if word.startswith(incomplete)]


def joined(_ctx: click.Context, _param: click.Parameter, lists: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The words of an option that was given several times."""
    return tuple(chain.from_iterable(lists))
