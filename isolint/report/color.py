"""Whether a report is coloured."""

from collections.abc import Mapping
from typing import Literal

Choice = Literal["auto", "always", "never"]


def wants_color(choice: Choice, environ: Mapping[str, str], isatty: bool) -> bool:  # noqa: FBT001
    """The command line first, then NO_COLOR (https://no-color.org), then forcing variables, then the terminal.

    A variable that is empty counts as not set; `0` in a forcing variable does not force.
    """
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if any(environ.get(name, "0") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return isatty and environ.get("TERM") != "dumb"
