"""Modules: which file an import means, found from paths alone."""

import sys
from collections.abc import Sequence
from typing import Final

ROOTS: Final = frozenset({"src", "lib", "python"})


class Modules:
    """The files of a program by module name.

    A folder is a *root* where it is the program's own folder, is called `src`, `lib` or `python`, or holds a package
    and is none itself. An import is looked for below the nearest ancestor of the importing file first, then below the
    other roots.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self._files: dict[str, int] = {}
        tails: dict[str, list[tuple[str, int]]] = {}
        packages = {path.rpartition("/")[0] for path in paths if path.endswith(("/__init__.py", "/__init__.pyi"))}
        for number, path in enumerate(paths):
            stem = path.removesuffix(".pyi").removesuffix(".py").removesuffix("/__init__")
            taken = self._files.get(stem)
            if taken is None or path.endswith("/__init__.py"):
                self._files[stem] = number
            tails.setdefault(stem.rpartition("/")[2], []).append((stem, number))
        self._packages = packages
        self._tails = tails
        self._roots = {"", *(p.rpartition("/")[0] for p in packages if p.rpartition("/")[0] not in packages)}
        self._roots |= {f for f in _folders(self._files) if f.rpartition("/")[2] in ROOTS and f not in packages}
        self._found: dict[tuple[str, str], int | None] = {}
        self._dotted: dict[int, str] = {}
        self._paths = paths

    def at(self, stem: str) -> int | None:
        """The file of a path without suffix."""
        return self._files.get(stem)

    def find(self, folder: str, module: str) -> int | None:
        """The file that `import module` means in a file of `folder`, or None: a library."""
        key = (folder, module)
        if key not in self._found:
            self._found[key] = self._search(folder, module)
        return self._found[key]

    def _search(self, folder: str, module: str) -> int | None:
        tail = module.replace(".", "/")
        if module.partition(".")[0] in sys.stdlib_module_names:
            return self._files.get(tail) if folder == "" else None  # only a module beside the importing one hides it
        best: tuple[bool, int, int, int] | None = None
        for stem, _ in self._tails.get(tail.rpartition("/")[2], ()):
            if stem != tail and not stem.endswith(f"/{tail}"):
                continue
            prefix = stem[: -len(tail)].rstrip("/")
            near = prefix in {folder, ""} or folder.startswith(f"{prefix}/")
            # A package is no root, unless nothing else has a module of so long a name, and the importing file is in it.
            inside = prefix in self._packages
            if not (near or prefix in self._roots) or (inside and not (near and "." in module)):
                continue
            rank = (not inside, _shared(folder, prefix), -prefix.count("/"), -self._files[stem])
            best = rank if best is None else max(best, rank)
        return None if best is None else -best[3]

    def relative(self, path: str, level: int, module: str) -> str:
        """The path without suffix that a relative import means."""
        folder = path.rpartition("/")[0]
        for _ in range(level - 1):
            folder = folder.rpartition("/")[0]
        inner = module.replace(".", "/")
        return "/".join(part for part in (folder, inner) if part)

    def dotted(self, file: int) -> str:
        """The name under which the other files of the program import this one."""
        found = self._dotted.get(file)
        if found is None:
            stem = self._paths[file].removesuffix(".pyi").removesuffix(".py").removesuffix("/__init__")
            folder = stem
            while folder:
                folder = folder.rpartition("/")[0]
                if folder in self._roots:
                    break
            found = self._dotted[file] = stem[len(folder) :].lstrip("/").replace("/", ".")
        return found


def _folders(stems: dict[str, int]) -> set[str]:
    folders: set[str] = set()
    for stem in stems:
        folder = stem.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def _shared(folder: str, prefix: str) -> int:
    """How many leading parts two folders share."""
    count = 0
    for a, b in zip(folder.split("/"), prefix.split("/"), strict=False):
        if a != b or not a:
            break
        count += 1
    return count
