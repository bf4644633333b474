"""Writing a file whole, or not at all."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path


def write(path: Path, data: bytes, *, spare: Path | None = None) -> None:
    """Put bytes in a file's place; at every moment the file is what it was or what it is to be.

    A link stays a link, and an existing file keeps its mode and, where that may be set, its owner. The temporary file
    stands in the folder `spare`, if one is given and it lies on the same disk, else beside the file. Raises OSError.
    """
    target = path.resolve()
    if spare is not None and spare.stat().st_dev == target.parent.stat().st_dev:
        temporary = spare / os.urandom(8).hex()
    else:
        temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
            owner = target.stat()
            with contextlib.suppress(OSError, AttributeError):
                os.chown(temporary, owner.st_uid, owner.st_gid)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def write_private(path: Path, data: bytes) -> None:
    """As `write`, for what can be made again: only the user may read it, and nobody waits for the disk."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
