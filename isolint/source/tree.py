"""Tree: the files and folders under a root, each folder read at most once."""

import os
from pathlib import Path
from typing import Final, Literal

from isolint.config import FILE_NAMES
from isolint.source.file import UNKNOWN, Stamp
from isolint.source.gitignore import Rule, Rules, ignores_file, ignores_folder, read_gitignore, rules_above, within
from isolint.source.options import SETTINGS
from isolint.source.patterns import Patterns

_SUFFIXES: Final = (".py", ".pyi")


class Tree:
    """What was found so far; all paths are relative to the root with forward slashes, "" is the root.

    `files` has a stamp for each file, `configured` the folders that hold a configuration, the root aside, `settings`
    the files in which test runners look for theirs, `unreadable` the folders that could not be listed, with the reason,
    and `entered` those of which the files were looked at.
    """

    def __init__(self, root: Path, exclude: Patterns) -> None:
        self.files: dict[str, Stamp] = {}
        self.configured: set[str] = set()
        self.settings: set[str] = set()
        self.unreadable: dict[str, str] = {}
        self.entered: set[str] = set()
        self._root = str(root)
        above = rules_above(root)
        self._git = above is not None
        self._passed: dict[str, Rules] = {"": (Rule(exclude), *(above or ()))}
        self._inside: dict[str, Rules] = {}
        self._excluded: set[str] = set()
        self._note("", {each for each in SETTINGS if os.path.isfile(f"{root}/{each}")})

    def excludes_file(self, path: str) -> bool:
        """Whether patterns exclude the file, or a folder that holds it."""
        folder, _, name = path.rpartition("/")
        return self.excludes_folder(folder) or ignores_file(self._rules_in(folder), name, path)

    def excludes_folder(self, path: str) -> bool:
        """Whether patterns exclude the folder, or one that holds it."""
        self._pass(path)
        return path in self._excluded

    def add(self, path: str) -> None:
        """Take in one file, whatever its suffix and whatever excludes it."""
        self._pass(path.rpartition("/")[0])
        try:
            self.files[path] = _stamp(os.stat(f"{self._root}/{path}"))
        except OSError:
            self.files[path] = UNKNOWN

    def walk(self, start: str) -> None:
        """Take in the Python files under a folder, whatever excludes the folder itself."""
        if start in self.entered:
            return
        followed: set[str] = set()
        for link, rules in self._spread(start, self._pass(start)):
            if (target := self._target(link)) is None:
                continue
            followed.add(target)
            # Behind a link, other links are followed once each: n folders that link to each other have n! paths.
            behind = self._spread(link, rules)
            while behind:
                inner, inner_rules = behind.pop(0)
                inner_target = self._target(inner)
                if inner_target is not None and inner_target not in followed:
                    followed.add(inner_target)
                    behind += self._spread(inner, inner_rules)

    def _pass(self, folder: str) -> Rules:
        """The rules with which a folder is entered, without its own .gitignore; notes what lies on the way to it."""
        if folder in self._passed:
            return self._passed[folder]
        parent, _, name = folder.rpartition("/")
        rules = self._rules_in(parent)
        if parent in self._excluded or ignores_folder(rules, name, folder):
            self._excluded.add(folder)
            rules = within(rules, name, folder)
        if any(os.path.isfile(f"{self._root}/{folder}/{each}") for each in FILE_NAMES):
            self.configured.add(folder)
        self._note(folder, {each for each in SETTINGS if os.path.isfile(f"{self._root}/{folder}/{each}")})
        self._passed[folder] = rules
        return rules

    def _note(self, folder: str, names: set[str]) -> None:
        self.settings |= {f"{folder}/{name}" if folder else name for name in names & SETTINGS}

    def _rules_in(self, folder: str) -> Rules:
        """The rules for the entries of a folder."""
        if folder not in self._inside:
            self._inside[folder] = self._with_own(folder, self._pass(folder))
        return self._inside[folder]

    def _with_own(self, folder: str, rules: Rules) -> Rules:
        """The rules and, after `exclude`, those of the folder's own .gitignore."""
        base = f"{folder}/" if folder else ""
        if not self._git or not (own := read_gitignore(f"{self._root}/{base}.gitignore")):
            return rules
        return (rules[0], Rule(own, cut=len(base)), *rules[1:])

    def _spread(self, start: str, entering: Rules) -> list[tuple[str, Rules]]:
        """Take in the files of a folder and of those in it; the links to folders, in order, are left to the caller."""
        links: list[tuple[str, Rules]] = []
        pending = [(start, entering)]
        while pending:
            folder, rules = pending.pop()
            self.entered.add(folder)
            try:
                with os.scandir(f"{self._root}/{folder}") as listing:
                    entries = list(listing)
            except OSError as error:
                self.unreadable[folder] = (error.strerror or "unknown reason").lower()
                continue
            names = {entry.name for entry in entries}
            if folder and not names.isdisjoint(FILE_NAMES):
                self.configured.add(folder)
            self._note(folder, names)
            if ".gitignore" in names:
                rules = self._with_own(folder, rules)
            base = f"{folder}/" if folder else ""
            for entry in entries:
                name = entry.name
                path = base + name
                match _kind(entry):
                    case "folder" if not ignores_folder(rules, name, path):
                        pending.append((path, rules))
                    case "link" if not ignores_folder(rules, name, path):
                        links.append((path, rules))
                    case "file" if not _shadowed(name, names) and not ignores_file(rules, name, path):
                        self._take(entry, path)
        return sorted(links)

    def _take(self, entry: "os.DirEntry[str]", path: str) -> None:
        try:
            self.files[path] = _stamp(entry.stat())
        except FileNotFoundError:  # gone since, or a link to nothing
            return
        except OSError:  # a link to itself: whoever reads it says so
            self.files[path] = UNKNOWN

    def _target(self, link: str) -> str | None:
        """The real folder behind a link, None where the link leads back to one of the folders above it."""
        target = os.path.realpath(f"{self._root}/{link}")
        above = [self._root, *(f"{self._root}/{link[:end]}" for end, char in enumerate(link) if char == "/")]
        back = any(f"{os.path.realpath(each)}/".startswith(f"{target.rstrip('/')}/") for each in above)
        return None if back else target


def _kind(entry: "os.DirEntry[str]") -> Literal["folder", "link", "file", "other"]:
    """What an entry is to a walk: a link to a folder is "link", only Python files are "file"."""
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    wanted = entry.name.endswith(_SUFFIXES)
    try:
        if entry.is_symlink() and entry.is_dir():
            return "link"
        # A pipe is no file, even under a good name: reading it would never end.
        return "file" if wanted and entry.is_file() else "other"
    except OSError:  # a link to itself
        return "file" if wanted else "other"


def _shadowed(name: str, beside: set[str]) -> bool:
    """Whether it is a stub with its module beside it."""
    return name.endswith(".pyi") and name[:-1] in beside


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
