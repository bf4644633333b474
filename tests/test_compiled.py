"""The compiled wheel is for one platform, and finds what the pure one finds."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from runpy import run_path
from typing import Any
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
COMPILER = (sysconfig.get_config_var("CC") or "cc").split()[0]
BINARY = sysconfig.get_config_var("EXT_SUFFIX")


def built(folder: Path, asked: str) -> "subprocess.CompletedProcess[str]":
    """Build a wheel of the checkout into a folder."""
    command: list[str | Path] = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    env = {**os.environ, "ISOLINT_COMPILE": asked}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=600)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel with all compiled that can be."""
    if os.name != "nt" and shutil.which(COMPILER) is None:
        pytest.skip("there is no C compiler")
    folder = tmp_path_factory.mktemp("compiled")
    result = built(folder, "all")
    assert result.returncode == 0, result.stdout + result.stderr
    [found] = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def unpacked(wheel: Path) -> Path:
    with ZipFile(wheel) as archive:
        archive.extractall(wheel.parent / "unpacked")
    return wheel.parent / "unpacked"


def run(*given: str | Path, path: Path | None) -> str:
    """What Python prints of the project that leaks, with the isolint of `path` or the one of this environment."""
    env = {**os.environ, **({"PYTHONPATH": str(path)} if path else {})}
    command = [sys.executable, *given]
    leaky = ROOT / "examples" / "leaky"
    return subprocess.run(command, cwd=leaky, env=env, capture_output=True, text=True, check=False, timeout=120).stdout


def test_compiled_wheel_is_for_this_python_and_platform(wheel: Path) -> None:
    version = f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert wheel.name.split("-")[2] == version
    assert not wheel.name.endswith("-any.whl")


def test_each_compiled_module_lies_beside_its_source(unpacked: Path) -> None:
    binaries = [path.relative_to(unpacked).as_posix() for path in (unpacked / "isolint").rglob(f"*{BINARY}")]
    assert {"isolint/facts", "isolint/lower/__init__", "isolint/program/unit"} <= {b[: -len(BINARY)] for b in binaries}
    assert all((unpacked / f"{each[: -len(BINARY)]}.py").exists() for each in binaries)


def test_the_checkout_stays_as_it_was(wheel: Path) -> None:
    assert wheel.exists()
    assert not [*(ROOT / "isolint").rglob(f"*{BINARY}"), *ROOT.glob(f"*{BINARY}")]


def test_compiled_and_pure_say_the_same(unpacked: Path) -> None:
    program = "import isolint.lower, isolint.program.unit as unit; print(isolint.lower.__file__, unit.__file__)"
    assert run("-c", program, path=unpacked).split()[0].startswith(str(unpacked))
    assert all(each.endswith(BINARY) for each in run("-c", program, path=unpacked).split())
    arguments = ("-m", "isolint", "check", "--strict", "--no-cache", "--format", "json", ".")
    told = run(*arguments, path=unpacked)
    assert '"ISO101"' in told
    assert told == run(*arguments, path=None)


def test_what_cannot_be_asked_for_is_told(tmp_path: Path) -> None:
    result = built(tmp_path, "yes")
    assert result.returncode != 0
    assert "ISOLINT_COMPILE is 'yes', expected one of: 0, 1, all" in result.stdout + result.stderr


def test_an_editable_installation_stays_pure(monkeypatch: pytest.MonkeyPatch) -> None:
    make = run_path(str(ROOT / "hatch_build.py"))["CompilingHook"]
    monkeypatch.setenv("ISOLINT_COMPILE", "all")
    data: dict[str, Any] = {}
    make(str(ROOT), {"requires": []}, None, None, str(ROOT), "wheel").initialize("editable", data)
    assert data == {}
