"""Writing: a file whole, or not at all."""

import os
import secrets
import shutil

from isolint.errors import UsageError
from isolint.init.draft import Draft


def write(draft: Draft) -> None:
    """Put a draft in its place; raises UsageError where that fails, and then the file is what it was."""
    target = draft.file.resolve()  # a link stays a link
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        try:
            with temporary.open("xb") as file:
                file.write(draft.content)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        message = f"{draft.file.name}: cannot be written: {(error.strerror or str(error)).lower()}"
        raise UsageError(message) from None
