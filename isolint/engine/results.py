"""Results: what programs answered, on disk by what they were made from; what is broken or foreign is ignored."""

import contextlib
import hashlib
import marshal
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from isolint import atomic
from isolint.cache import KEY, Record
from isolint.engine.result import Result
from isolint.engine.rows import finding, row

KEPT: Final = 8  # a hook, a gate and an editor ask each for its own paths and rules; more are left over from edits


class Results:
    """Files in a cache's folder, one for each key, of which those last used stay; under no key there is nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: bytes | None, records: Mapping[str, Record]) -> Result | None:
        """What was put under the key, where the files whose lines it was made from say the same still."""
        if key is None:
            return None
        path = self._path(key)
        try:
            data = path.read_bytes()
            checksum, packed = data[:32], data[32:]
            if _checksum(key, packed) != checksum:
                return None
            digests, found, *rest = marshal.loads(packed)  # noqa: S302  # what we wrote, as the sum says
            if any(records[path].digest != digest for path, digest in digests.items()):
                return None
            result = Result(tuple(finding(each) for each in found), *rest)
        except (OSError, ValueError, EOFError, TypeError, KeyError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return result

    def put(self, key: bytes | None, result: Result, digests: Mapping[str, bytes]) -> None:
        """Keep it, where the disk can; `digests` are the hashes of the files whose lines it was made from."""
        if key is None:
            return
        told: tuple[Any, ...] = (dict(digests), tuple(row(each) for each in result.findings), *result[1:])
        packed = marshal.dumps(told)
        with contextlib.suppress(OSError):
            atomic.write_private(self._path(key), _checksum(key, packed) + packed)
            self._forget()

    def _path(self, key: bytes) -> Path:
        return self._folder / f"result-{key.hex()[:32]}"

    def _forget(self) -> None:
        """Keep those last used; no hour of grace as for segments, since a result is read at one go."""
        for path in sorted(self._folder.glob("result-*"), key=lambda each: each.stat().st_mtime_ns)[:-KEPT]:
            path.unlink(missing_ok=True)


def _checksum(key: bytes, packed: bytes) -> bytes:
    return hashlib.sha256(KEY + key + packed).digest()
