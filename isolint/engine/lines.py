"""Lines: the text of the files that findings are about, read when somebody asks for it."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from isolint.cache import Record, checksum
from isolint.facts import Span
from isolint.source import Unreadable, decode

Told = Mapping[str, tuple[bytes, Mapping[Span, bytes]]]
"""By path the hash of a file that was read, and the checksum of each text in it that was asked for."""


class Lines:
    """The lines of a file by its path; of one that cannot be read, a single empty one."""

    def __init__(self, root: Path, overlay: Mapping[str, bytes]) -> None:
        self._root = root
        self._overlay = overlay
        self._remembered: dict[str, Sequence[str]] = {}
        self._told: dict[str, tuple[bytes, dict[Span, bytes]]] = {}

    def __call__(self, path: str) -> Sequence[str]:
        """The lines, without their ends."""
        if path not in self._remembered:
            self._remembered[path] = self._text(path).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return self._remembered[path]

    def text(self, path: str, span: Span) -> str:
        """The text of a range."""
        inside = list(self(path)[span.line - 1 : span.end_line])
        if inside:
            inside[-1] = inside[-1][: span.end_column - 1]
            inside[0] = inside[0][span.column - 1 :]
        text = "\n".join(inside)
        self._told[path][1][span] = checksum(text.encode("utf-8", "surrogatepass"))
        return text

    def told(self) -> Told:
        """All that was read, here or by another process for the same run."""
        return self._told

    def learn(self, told: Told) -> None:
        """What another process has read."""
        for path, (digest, texts) in told.items():
            mine, known = self._told.get(path, (digest, {}))
            self._told[path] = (mine if mine == digest else b"", {**known, **texts})

    def agree(self, records: Mapping[str, Record]) -> bool:
        """Whether all that was read here are the bytes that the records are of: a file may change during a run."""
        return all(path in records and records[path].digest == digest for path, (digest, _) in self._told.items())

    def _text(self, path: str) -> str:
        self._told[path] = (b"", self._told.get(path, (b"", {}))[1])
        try:
            data = self._overlay[path] if path in self._overlay else (self._root / path).read_bytes()
            self._told[path] = (hashlib.sha256(data).digest(), self._told[path][1])
            return decode(data)
        except (OSError, Unreadable):
            return ""
