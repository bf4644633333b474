"""The state of a campaign, in the form that was asked for: one format a file, loaded only when it is asked for."""

from importlib import import_module
from typing import Final, Protocol, cast

from isolint.campaign.state import State
from isolint.errors import UsageError, nearest

FORMATS: Final = ("text", "markdown", "json", "html")


class _Page(Protocol):
    def render(self, state: State) -> str: ...


def render(format: str, state: State) -> str:  # noqa: A002  # as the option is called
    """The whole page, ending with a newline. Raises UsageError on an unknown format."""
    if format not in FORMATS:
        message = f"format: {format!r} is unknown, {nearest(format, FORMATS)}"
        raise UsageError(message)
    return cast("_Page", import_module(f"isolint.campaign.pages.{format}")).render(state)
