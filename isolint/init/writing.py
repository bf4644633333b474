"""Writing: a configuration into its place."""

from isolint import atomic
from isolint.errors import UsageError, reason
from isolint.init.draft import Draft


def write(draft: Draft) -> None:
    """Put a draft in its place; raises UsageError where that fails, and then the file is what it was."""
    try:
        atomic.write(draft.file, draft.content)
    except OSError as error:
        message = f"{draft.file.name}: cannot be written: {reason(error)}"
        raise UsageError(message) from None
