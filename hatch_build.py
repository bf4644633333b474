"""Building: the wheel as pure Python or, where ISOLINT_COMPILE asks for it, with modules compiled by mypyc."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASKED = "ISOLINT_COMPILE"
PARTS = {"": (), "0": (), "1": ("lowering",), "all": ("lowering", "program")}
BINARY = {".so", ".pyd"}


class CompilingHook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is hatchling's own affair
    """Compiles what pyproject.toml lists, in a copy: neither binaries nor C files come to lie in the tree."""

    def dependencies(self) -> list[str]:
        return list(self.config["requires"]) if self._asked() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        parts = self._asked()
        if not parts or version == "editable":
            return
        self._copy = TemporaryDirectory()  # until the wheel is written; it removes itself
        folder = Path(self._copy.name)
        shutil.copytree(Path(self.root, "isolint"), folder / "isolint", ignore=shutil.ignore_patterns("__pycache__"))
        modules = sorted({path for part in parts for glob in self.config[part] for path in folder.glob(glob)})
        _compile(folder, [path.relative_to(folder).as_posix() for path in modules])
        binaries = [path for path in folder.rglob("*") if path.suffix in BINARY and "build" not in path.parts]
        build_data["force_include"].update({str(path): path.relative_to(folder).as_posix() for path in binaries})
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def _asked(self) -> tuple[str, ...]:
        asked = os.environ.get(ASKED, "")
        if asked not in PARTS:
            raise ValueError(f"{ASKED} is {asked!r}, expected one of: {', '.join(filter(None, PARTS))}")
        return PARTS[asked]


def _compile(folder: Path, modules: list[str]) -> None:
    """Put an extension beside each module, and the library that all of them share into the folder."""
    # What isolint runs with need not be there to build it, and modules that stay pure are not this command's affair.
    options = ["--ignore-missing-imports", "--follow-imports=silent"]
    command = [sys.executable, "-m", "mypyc", *options, *modules]
    levels = {"MYPYC_OPT_LEVEL": "1", "MYPYC_DEBUG_LEVEL": "0"}
    environ = {**os.environ, **levels}
    done = subprocess.run(  # noqa: S603  # the modules are this project's own
        command, cwd=folder, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        sys.stderr.write(done.stdout.decode(errors="replace"))
        raise RuntimeError(f"mypyc could not compile isolint; without {ASKED} it is built as pure Python")
