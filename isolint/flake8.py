"""flake8's plugin: the findings of the whole project, handed to flake8 file by file."""

import multiprocessing
import os
import tokenize
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final

from flake8.exceptions import ExecutionError
from flake8.utils import stdin_get_value

from isolint import __version__
from isolint.config import Config, load
from isolint.engine import Outcome, Request, check
from isolint.engine.buffer import check_buffer
from isolint.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace

    from flake8.options.manager import OptionManager

STDIN: Final = "-"
# flake8 says E999 itself, and it alone knows of a noqa comment whether another plugin has a use for it.
LEFT_TO_FLAKE8: Final = frozenset({"ISO001", "ISO002"})
BYTE_ORDER_MARKS: Final = ("\ufeff", "\xef\xbb\xbf")  # the second is the first, read as Latin-1


@dataclass(frozen=True, slots=True)
class Checked:
    """The hash of a file's text, and what was found in it: 1-based lines, 0-based columns in code points, messages."""

    digest: bytes
    answers: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Project:
    """What flake8 works on; its methods raise ExecutionError, which flake8 tells in one line.

    Comments that say noqa are left to flake8, which hides by them what it is told, or not under `--disable-noqa`.
    """

    config: Config
    jobs: int

    def files(self, given: Sequence[str]) -> Mapping[Path, Checked]:
        """What is found in the files of the given paths, by their absolute paths."""
        with _told_by_flake8():
            outcome = check(self.config, Request(given=tuple(given), jobs=self.jobs, noqa=False))
        answers = _answers(outcome)
        paths = ((self.config.root / name, name) for name in outcome.reported)
        return MappingProxyType({path: Checked(_digest(_read(path)), answers.get(name, ())) for path, name in paths})

    def buffer(self, path: Path, text: str) -> Checked:
        """What is found in a text that stands for what is on the disk, if anything."""
        with _told_by_flake8():
            outcome = check_buffer(self.config, Request(jobs=self.jobs, noqa=False), str(path), _encoded(text))
        return Checked(_digest(text), next(iter(_answers(outcome).values()), ()))


class Plugin:
    """What flake8 makes for each file it reads.

    The class attributes that `parse_options` sets are the one state of isolint that is kept in a module: flake8 offers
    no other place for what a plugin learns before the first file, and it is from there that forked workers have it.
    """

    name = "isolint"
    version = __version__

    project: ClassVar[Project | None] = None
    checked: ClassVar[Mapping[Path, Checked]] = MappingProxyType({})

    def __init__(self, tree: object, filename: str, lines: Sequence[str]) -> None:
        del tree  # its name in the signature makes flake8 ask once a file, and not at all where the syntax is wrong
        self._path = _absolute(filename)
        self._text = "".join(lines)

    @classmethod
    def add_options(cls, manager: "OptionManager") -> None:
        """Add the one option; it can stand in flake8's own configuration too."""
        manager.add_option(
            "--isolint-config",
            metavar="FILE",
            parse_from_config=True,
            normalize_paths=True,
            help="isolint's configuration, where it is not in the project's pyproject.toml or isolint.toml",
        )

    @classmethod
    def parse_options(cls, manager: "OptionManager", options: "Namespace", args: Sequence[str]) -> None:
        """Check the project; where workers are not forked, each of them comes here, and finds the cache filled."""
        del manager
        named = [path for path in args or ["."] if path != STDIN]
        given = [path for path in named if os.path.exists(path)]  # of the others flake8 says E902
        buffers = [_absolute(options.stdin_display_name)] if STDIN in args else []
        if not given and not buffers:
            return
        with _told_by_flake8():
            file = Path(options.isolint_config) if options.isolint_config else None
            config = load([*map(Path, given), *buffers], cwd=Path.cwd(), file=file)
        cls.project = project = Project(config, _processes(options))
        files = project.files(given) if given else {}
        cls.checked = MappingProxyType({**files, **{path: project.buffer(path, stdin_get_value()) for path in buffers}})

    def run(self) -> Iterator[tuple[int, int, str, type["Plugin"]]]:
        """What was found in the file; in a text that is not the one that was checked, what is found now."""
        checked = self.checked.get(self._path)
        if checked and self.project and checked.digest != _digest(self._text):
            checked = self.project.buffer(self._path, self._text)
        # A file of which nothing is known was left out by the configuration.
        for line, column, message in checked.answers if checked else ():
            yield line, column, message, type(self)


@contextmanager
def _told_by_flake8() -> Iterator[None]:
    try:
        yield
    except UsageError as error:
        raise ExecutionError(f"isolint: {error}") from None


def _answers(outcome: Outcome) -> Mapping[str, tuple[tuple[int, int, str], ...]]:
    """What flake8 is told, by path relative to the root."""
    for fault in outcome.report.faults:
        raise ExecutionError(f"isolint: {fault.path}: {fault.message}")
    found: dict[str, tuple[tuple[int, int, str], ...]] = {}
    for each in outcome.report.findings:
        if each.code not in LEFT_TO_FLAKE8:
            answer = (each.line, each.column - 1, f"{each.code} {each.message}")
            found[each.path] = (*found.get(each.path, ()), answer)
    return found


def _processes(options: "Namespace") -> int:
    """How many processes may lower files, 0 for as many as there are processors; flake8's workers may have none."""
    if multiprocessing.current_process().daemon:
        return 1
    return 0 if options.jobs.is_auto else max(1, options.jobs.n_jobs)


def _absolute(filename: str) -> Path:
    return Path(os.path.abspath(filename))  # `resolve` would follow links, and users name files by them


def _read(path: Path) -> str:
    """The text as flake8 reads it."""
    try:
        with tokenize.open(path) as file:
            return file.read()
    except (SyntaxError, UnicodeError):
        return path.read_text(encoding="latin-1")
    except OSError:
        return ""


def _encoded(text: str) -> bytes:
    """The bytes of a text, in the encoding that it names."""
    data = text.encode("utf-8", "surrogatepass")
    try:
        encoding, _ = tokenize.detect_encoding(BytesIO(data).readline)
        return text.encode(encoding)
    except (SyntaxError, UnicodeError):
        return data


def _digest(text: str) -> bytes:
    for mark in BYTE_ORDER_MARKS:
        text = text.removeprefix(mark)  # flake8 takes it away as well
    return sha256(text.encode("utf-8", "surrogatepass")).digest()
