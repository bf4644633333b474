"""Lines: the text of the files that findings are about, read when somebody asks for it."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from isolint.cache import Record
from isolint.source import Unreadable, decode


class Lines:
    """The lines of a file by its path; of one that cannot be read, a single empty one.

    `digests` are the hashes of the files that were read, here or by another process for the same run.
    """

    def __init__(self, root: Path, overlay: Mapping[str, bytes]) -> None:
        self._root = root
        self._overlay = overlay
        self._remembered: dict[str, Sequence[str]] = {}
        self.digests: dict[str, bytes] = {}

    def __call__(self, path: str) -> Sequence[str]:
        """The lines, without their ends."""
        if path not in self._remembered:
            self._remembered[path] = self._text(path).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return self._remembered[path]

    def agree(self, records: Mapping[str, Record]) -> bool:
        """Whether all that was read here are the bytes that the records are of: a file may change during a run."""
        return all(path in records and records[path].digest == digest for path, digest in self.digests.items())

    def _text(self, path: str) -> str:
        self.digests[path] = b""
        try:
            data = self._overlay[path] if path in self._overlay else (self._root / path).read_bytes()
            self.digests[path] = hashlib.sha256(data).digest()
            return decode(data)
        except (OSError, Unreadable):
            return ""
