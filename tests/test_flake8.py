"""flake8 reports what isolint finds, file by file, whatever way it is run."""

import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest
from flake8.options.manager import OptionManager

from isolint.flake8 import Plugin

Flake8 = Callable[..., "subprocess.CompletedProcess[str]"]

EXAMPLES = Path(__file__).parent.parent / "examples"

SHOP = """\
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

session = sessionmaker(create_engine("sqlite://"))()
"""
FOUND = "shop.py:4:11: ISO202"

ORDERS = """\
class Orders:
    def __init__(self, session):
        self.session = session
"""
WIRING = """\
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

from orders import Orders

Session = sessionmaker(create_engine("sqlite://"))
orders = Orders(Session())
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a configuration and one leak."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "pyproject.toml").write_text("[tool.isolint]\n")
    (folder / "shop.py").write_text(SHOP)
    return folder


@pytest.fixture
def flake8(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Flake8:
    """Run flake8 in the project; `text` is its standard input, `start` how multiprocessing starts its workers."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def run(*options: str, text: str = "", cwd: Path = project, start: str = "") -> "subprocess.CompletedProcess[str]":
        way = f"import multiprocessing; multiprocessing.set_start_method({start!r}); " if start else ""
        program = f"{way}import sys; from flake8.main.cli import main; sys.exit(main())"
        command = [sys.executable, "-c", program, "--isolated", *options]
        return subprocess.run(command, cwd=cwd, input=text, capture_output=True, text=True, check=False, timeout=120)

    return run


def codes(result: "subprocess.CompletedProcess[str]") -> list[str]:
    """The places and codes that were reported, sorted: `shop.py:4:11: ISO202`."""
    assert not result.stderr, result.stderr
    return sorted(" ".join(line.removeprefix("./").split()[:2]) for line in result.stdout.splitlines())


def test_finding_is_reported_among_flake8s_own(project: Path, flake8: Flake8) -> None:
    (project / "shop.py").write_text(f"import os\n{SHOP}")
    result = flake8()
    assert codes(result) == ["shop.py:1:1: F401", "shop.py:5:11: ISO202"]
    assert result.returncode == 1


def test_select_and_ignore_filter(flake8: Flake8) -> None:
    assert codes(flake8("--select", "ISO")) == [FOUND]
    assert codes(flake8("--select", "ISO1")) == []
    assert codes(flake8("--ignore", "ISO202")) == []


def test_what_runs_is_what_the_configuration_of_isolint_says(project: Path, flake8: Flake8) -> None:
    (project / "pyproject.toml").write_text('[tool.isolint]\nignore = ["ISO202"]\n')
    assert codes(flake8("--select", "ISO202")) == []


def test_comments_suppress(project: Path, flake8: Flake8) -> None:
    for comment in ("# noqa", "# noqa: ISO202", "# isolint: ignore[ISO202] a tool for one user"):
        (project / "shop.py").write_text(SHOP.rstrip() + f"  {comment}\n")
        assert codes(flake8("--select", "ISO")) == []


def test_what_noqa_hid_is_shown_where_flake8_disables_it(project: Path, flake8: Flake8) -> None:
    (project / "shop.py").write_text(SHOP.rstrip() + "  # noqa: ISO202\n")
    assert codes(flake8("--select", "ISO", "--disable-noqa")) == [FOUND]
    assert codes(flake8("-", "--select", "ISO", "--disable-noqa", text=(project / "shop.py").read_text())) == [
        FOUND.replace("shop.py", "stdin")
    ]
    (project / "shop.py").write_text(SHOP.rstrip() + "  # isolint: ignore[ISO202] no noqa: one user\n")
    assert codes(flake8("--select", "ISO", "--disable-noqa")) == []


def test_comment_that_suppresses_nothing_is_left_to_the_command_line(project: Path, flake8: Flake8) -> None:
    (project / "shop.py").write_text("answer = 42  # noqa: ISO202\n")
    assert codes(flake8()) == []


def test_per_file_ignores(project: Path, flake8: Flake8) -> None:
    (project / "till.py").write_text(SHOP)
    assert codes(flake8("--per-file-ignores", "till.py:ISO2")) == [FOUND]


@pytest.mark.parametrize("way", ["fork", "spawn", "forkserver"])
def test_workers_report_the_same_however_they_start(flake8: Flake8, way: str) -> None:
    alone = codes(flake8("--select", "ISO", "-j1", cwd=EXAMPLES / "leaky"))
    assert {"ISO101", "ISO201", "ISO301", "ISO501", "ISO601"} <= {line.split()[-1] for line in alone}
    assert codes(flake8("--select", "ISO", "-j2", cwd=EXAMPLES / "leaky", start=way)) == alone


def test_text_from_standard_input_stands_for_its_file(flake8: Flake8) -> None:
    shown = ("-", "--stdin-display-name", "shop.py")
    assert codes(flake8(*shown, text=SHOP)) == [FOUND]
    assert codes(flake8(*shown, text=f"# a shop\n{SHOP}")) == ["shop.py:5:11: ISO202"]
    assert codes(flake8(*shown, text="answer = 42\n")) == []


def test_text_from_standard_input_needs_no_file(flake8: Flake8) -> None:
    assert codes(flake8("-", text=SHOP)) == ["stdin:4:11: ISO202"]
    assert codes(flake8("-", "--stdin-display-name", "new/till.py", text=SHOP)) == ["new/till.py:4:11: ISO202"]


def test_text_from_standard_input_is_linked_with_the_project(project: Path, flake8: Flake8) -> None:
    (project / "wiring.py").write_text(WIRING)
    (project / "orders.py").write_text("class Orders:\n    pass\n")
    assert codes(flake8("-", "--stdin-display-name", "orders.py", text=ORDERS)) == ["orders.py:3:9: ISO201"]


def test_syntax_error_is_flake8s_own_and_the_rest_is_checked(project: Path, flake8: Flake8) -> None:
    (project / "broken.py").write_text("def broken(:\n")
    result = flake8("--select", "E9,ISO")
    assert [line.split()[-1] for line in codes(result)] == ["E999", "ISO202"]
    assert codes(flake8("-", "--select", "ISO", text="def broken(:\n")) == []


def test_path_that_does_not_exist_is_flake8s_own(flake8: Flake8) -> None:
    assert codes(flake8("missing.py", "shop.py")) == ["missing.py:0:1: E902", FOUND]
    assert codes(flake8("missing.py")) == ["missing.py:0:1: E902"]


def test_excluded_file_is_silent_unless_it_is_given(project: Path, flake8: Flake8) -> None:
    (project / "pyproject.toml").write_text('[tool.isolint]\nexclude = ["shop.py"]\n')
    assert codes(flake8(".")) == []
    assert codes(flake8("shop.py")) == [FOUND]


def test_text_in_another_encoding(project: Path, flake8: Flake8) -> None:
    text = SHOP.replace("session =", "'\xe9'; session =")
    (project / "shop.py").write_bytes(f"# coding: latin-1\n{text}".encode("latin-1"))
    assert codes(flake8("--select", "ISO")) == ["shop.py:5:16: ISO202"]
    (project / "shop.py").write_bytes(text.encode("latin-1"))  # Python cannot read it; flake8 can
    assert codes(flake8("--select", "ISO")) == []


def test_text_that_changed_after_the_check_is_checked_again(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(project)
    asked = Namespace(jobs=Namespace(is_auto=False, n_jobs=1), stdin_display_name="stdin", isolint_config=None)
    monkeypatch.setattr(Plugin, "project", None)
    monkeypatch.setattr(Plugin, "checked", {})
    Plugin.parse_options(OptionManager(version="", plugin_versions="", parents=[], formatter_names=[]), asked, ["."])
    lines = SHOP.splitlines(keepends=True)
    assert [(line, column) for line, column, *_ in Plugin(None, "shop.py", lines).run()] == [(4, 10)]
    later = ["# a shop\n", *lines]
    assert [(line, column) for line, column, *_ in Plugin(None, "shop.py", later).run()] == [(5, 10)]


def test_byte_order_mark_and_line_ends(project: Path, flake8: Flake8) -> None:
    (project / "shop.py").write_bytes(f"\ufeff{SHOP}".replace("\n", "\r\n").encode())
    assert codes(flake8("--select", "ISO")) == [FOUND]


@pytest.mark.parametrize("options", [(), ("-",), ("-j2",)], ids=["files", "stdin", "workers"])
def test_wrong_configuration_is_told_in_one_line(project: Path, flake8: Flake8, options: tuple[str, ...]) -> None:
    (project / "pyproject.toml").write_text('[tool.isolint]\nslect = ["ISO2"]\n')
    result = flake8(*options)
    assert result.returncode == 1
    assert (
        "isolint: pyproject.toml: tool.isolint.slect: unknown key, did you mean 'select'?"
        in result.stdout.splitlines()[-1]
    )
    assert "Traceback" not in result.stdout + result.stderr


def test_another_configuration_can_be_named(project: Path, flake8: Flake8) -> None:
    (project / "other.toml").write_text('ignore = ["ISO202"]\n')
    assert codes(flake8("--isolint-config", "other.toml")) == []
    assert "other.tml" in flake8("--isolint-config", "other.tml").stdout
