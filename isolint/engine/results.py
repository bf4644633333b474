"""Results: what programs answered, on disk by what they were made from; what is broken or foreign is ignored.

Places are no part of what an answer was made from: where lines have only moved, an answer is told with its lines moved.
"""

import contextlib
import hashlib
import marshal
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from isolint import atomic
from isolint.cache import KEY, Record
from isolint.engine.lines import Lines
from isolint.engine.moving import moved, paths, span_moved
from isolint.engine.reading import Established
from isolint.engine.result import Result
from isolint.engine.rows import finding, row
from isolint.facts import Span

if TYPE_CHECKING:
    from isolint.lower.comments import Comment

KEPT: Final = 8  # a hook, a gate and an editor ask each for its own paths and rules; more are left over from edits


class Results:
    """Files in a cache's folder, one for each key, of which those last used stay; under no key there is nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: bytes | None, known: Established, lines: Lines) -> Result | None:
        """What was put under the key, told as the files are now; None where that cannot be known.

        All that it was made from is in the key but for places, comments, and texts: the first must have moved in this
        run, if at all, and the last be the same in what changed.
        """
        if key is None:
            return None
        path = self._path(key)
        try:
            data = path.read_bytes()
            checksum, packed = data[:32], data[32:]
            if _checksum(key, packed) != checksum:
                return None
            told, found, *rest = marshal.loads(packed)  # noqa: S302  # what we wrote, as the sum says
            now = {each: _now(each, said, known, lines) for each, said in told.items()}
            gone = {each: known.moves[each].lines for each, said in now.items() if said[1:3] != told[each][1:3]}
            result = Result(tuple(moved(finding(each), gone) for each in found), _comments(known.records), *rest)
        except (OSError, ValueError, EOFError, TypeError, KeyError):
            return None
        if now != told:
            self._write(key, now, result)
        with contextlib.suppress(OSError):
            os.utime(path)
        return result

    def put(self, key: bytes | None, result: Result, records: Mapping[str, Record], lines: Lines) -> None:
        """Keep it, where the disk can, with what was read, and with the facts of all files that it has lines of."""
        if key is None:
            return
        texts = lines.told()
        spoken = dict.fromkeys((*texts, *(each for found in result.findings for each in paths(found))))
        if records.keys() >= spoken.keys():
            told = {each: _said(records[each], texts[each][1] if each in texts else {}) for each in spoken}
            self._write(key, told, result)

    def _write(self, key: bytes, told: Mapping[str, tuple[Any, ...]], result: Result) -> None:
        findings = tuple(row(each) for each in result.findings)
        packed = marshal.dumps((dict(told), findings, result.entries, dict(result.tests), *result[4:]))
        with contextlib.suppress(OSError):
            atomic.write_private(self._path(key), _checksum(key, packed) + packed)
            self._forget()

    def _path(self, key: bytes) -> Path:
        return self._folder / f"result-{key.hex()[:32]}"

    def _forget(self) -> None:
        """Keep those last used; no hour of grace as for segments, since a result is read at one go."""
        for path in sorted(self._folder.glob("result-*"), key=lambda each: each.stat().st_mtime_ns)[:-KEPT]:
            path.unlink(missing_ok=True)


def _comments(records: Mapping[str, Record]) -> "dict[str, tuple[Comment, ...]]":
    """The comments of the files that have some."""
    return {path: record.comments for path, record in records.items() if record.comments}


def _said(record: Record, texts: Mapping[Span, bytes]) -> tuple[Any, ...]:
    """What an answer rests on of a file that it speaks of: its bytes, its facts with their places, and texts in it."""
    return record.digest, record.interface_sum, record.bodies_sum, [(*span, text) for span, text in texts.items()]


def _now(path: str, said: tuple[Any, ...], known: Established, lines: Lines) -> tuple[Any, ...]:
    """The same of the file as it is now; raises KeyError and ValueError where that is something else."""
    digest, interface_sum, bodies_sum, texts = said
    record = known.records[path]
    if record.digest == digest:
        return said
    spans = {Span(*place): text for *place, text in texts}
    if (record.interface_sum, record.bodies_sum) != (interface_sum, bodies_sum):
        move = known.moves[path]
        if move.before != (interface_sum, bodies_sum):
            raise ValueError(path)
        spans = {span_moved(span, move.lines): text for span, text in spans.items()}
    for span in spans:
        lines.text(path, span)
    read, texts_now = lines.told().get(path, (record.digest, {}))
    if read != record.digest or any(texts_now[span] != text for span, text in spans.items()):
        raise ValueError(path)
    return _said(record, spans)


def _checksum(key: bytes, packed: bytes) -> bytes:
    return hashlib.sha256(KEY + key + packed).digest()
