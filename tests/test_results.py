"""What an earlier run found is taken over where nothing that it was made from has changed, and nowhere else."""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import fields
from importlib import resources
from pathlib import Path

import pytest

from cli_runs import BROKEN, CLEAN, LEAK, Ran, isolint, project
from isolint import rules
from isolint.cache import Record, default_folder
from isolint.config import load
from isolint.engine import Request, check, edition, packs, results
from isolint.engine.completing import result_of
from isolint.engine.lines import Lines
from isolint.engine.reading import Established
from isolint.engine.result import Result
from isolint.finding import Finding, Fix, Step

HIDDEN = LEAK.replace("Session()", "Session()  # isolint: ignore[ISO202] the shop is closed")
OWN = "from pool import lease\n\nsession = lease()\n"
"""ISO202 where the vocabulary has `pool.lease()`."""

ROW = '[vocabulary]\ndatabase-session = ["pool.lease()"]\n'
PACK = f'name = "pool"\nsummary = "A pool."\n\n{ROW}'


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {"isolint.toml": "", "leak.py": LEAK, "good.py": CLEAN, "own.py": OWN, "sub/other.py": "x = 1\n"}
    return project(tmp_path / "shop", files, monkeypatch)


def run(*arguments: str) -> tuple[Ran, bool]:
    """A run, and whether it took over what an earlier one found."""
    ran = isolint("check", "--format", "json", "--timings", *arguments)
    return ran, "taking over" in ran.err


def kept() -> list[Path]:
    return sorted(default_folder(Path.cwd()).glob("result-*"))


def edit(file: str, text: str) -> Callable[[], None]:
    return lambda: (Path(file).write_text(text, encoding="utf-8"), None)[1]


def configure(text: str) -> Callable[[], None]:
    return edit("isolint.toml", text)


def bring_a_pack() -> None:
    edit("pool.toml", PACK)()
    configure('packs = ["pool.toml"]\n')()


CHANGES = {
    "content": edit("good.py", LEAK),
    "what cannot be parsed": edit("good.py", BROKEN),
    "one file more": edit("more.py", LEAK),
    "one file less": Path("leak.py").unlink,
    "another name": lambda: os.replace("leak.py", "moved.py"),
    "an excluded file": configure('exclude = ["leak.py"]\n'),
    "vocabulary": configure(ROW),
    "an own pack": bring_a_pack,
    "an area": configure('[areas.sub]\nkind = "e2e"\npaths = ["sub/"]\n'),
    "strict": configure("strict = true\n"),
    "selection": configure('ignore = ["ISO202"]\n'),
    "selection of a folder": edit("sub/isolint.toml", 'extend-select = ["ISO"]\n'),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_is_asked_again(change: Callable[[], None]) -> None:
    assert not run()[1]
    change()
    ran, taken_over = run()
    assert not taken_over
    again, taken_over = run()
    assert taken_over
    assert again.out == ran.out == run("--no-cache")[0].out


def test_what_a_change_finds_is_told() -> None:
    assert run()[0].out.count('"ISO202"') == 1
    configure(ROW)()
    assert run()[0].out.count('"ISO202"') == 2
    edit("leak.py", HIDDEN)()
    assert run()[0].out.count('"ISO202"') == 1


def test_a_pack_with_other_words_is_asked_again() -> None:
    configure('packs = ["pool.toml"]\n')()
    edit("pool.toml", PACK.replace("lease", "rent"))()
    before = run()[0]
    edit("pool.toml", PACK)()
    after, taken_over = run()
    assert not taken_over
    assert len(after.out) > len(before.out)


def test_what_is_asked_about_counts() -> None:
    run("good.py")
    one, taken_over = run("leak.py")
    assert not taken_over
    assert run("leak.py")[1]
    assert one.out == run("leak.py", "--no-cache")[0].out
    os.replace("own.py", "moved.py")  # nobody asks about it, yet it is part of the program
    assert not run("leak.py")[1]


def test_what_comes_after_the_answers_is_free_to_change() -> None:
    run()
    for text in (
        'min-confidence = "low"\n',
        '[severity]\nISO202 = "note"\n',
        '[per-file-ignores]\n"leak.py" = ["ISO202"]\n',
    ):
        configure(text)()
        ran, taken_over = run()
        assert taken_over
        assert ran.out == run("--no-cache")[0].out
    configure("")()
    isolint("baseline")
    ran, taken_over = run()
    assert (ran.status, taken_over) == (0, True)
    assert run("--no-baseline")[0].status == 1


@pytest.mark.parametrize("noqa", [True, False])
def test_comments_are_judged_in_each_run(noqa: bool) -> None:  # noqa: FBT001  # pytest hands it over by name
    edit("leak.py", LEAK.replace("Session()", "Session()  # noqa: ISO202"))()
    config = load([], cwd=Path.cwd())
    check(config, Request())
    assert check(config, Request(noqa=noqa)).report == check(config, Request(noqa=noqa, cache=False)).report
    assert len(kept()) == 1


def test_facts_are_not_freed_before_the_outcome() -> None:
    config = load([], cwd=Path.cwd())
    assert check(config, Request()).held is not None
    assert check(config, Request()).held is None  # taken over: there was no program


@pytest.mark.parametrize("file", ["catalogue", "vocabulary"])
def test_other_rules_and_packs_are_asked_again(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = tmp_path / "rules"
    shutil.copytree(str(rules.shipped()), shipped)
    for module in (rules, packs, edition):
        monkeypatch.setattr(module, "shipped", lambda: shipped)
    before = run()[0]
    for path in (shipped / file).rglob("*.toml"):
        text = path.read_text(encoding="utf-8").replace("sqlalchemy.orm.", "sqlalchemy.mro.")
        path.write_text(re.sub(r'(?m)^(message\s*= ")', r"\1oh: ", text), encoding="utf-8")
    after, taken_over = run()
    assert not taken_over
    assert after.out != before.out
    assert run()[1]


def test_every_module_and_rule_makes_the_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(str(resources.files("isolint")), tmp_path / "isolint")
    shutil.copytree(str(rules.shipped()), tmp_path / "rules")
    monkeypatch.setattr(edition, "shipped", lambda: tmp_path / "rules")
    monkeypatch.setattr(resources, "files", tmp_path.joinpath)
    seen = {edition.edition()}
    for path in (tmp_path / "isolint/facts.py", tmp_path / "isolint/checks/session/kept.py"):
        path.write_text(path.read_text() + "# other\n")
        seen.add(edition.edition())
    next((tmp_path / "rules/catalogue").rglob("*.toml")).unlink()
    seen.add(edition.edition())
    monkeypatch.setattr(edition, "KEY", b"the next version")
    seen.add(edition.edition())
    assert len(seen) == 5


def test_another_version_of_isolint_asks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    monkeypatch.setattr(edition, "KEY", b"the next version")
    assert not run()[1]


def test_without_cache_nothing_is_taken_over_and_nothing_kept() -> None:
    run("--no-cache")
    assert kept() == []
    run()
    assert not run("--no-cache")[1]


def test_text_that_stands_for_a_file_leaves_results_alone() -> None:
    run()
    before = kept()
    assert isolint("check", "-", "--stdin-filename", "good.py", stdin=LEAK.encode()).status == 1
    assert kept() == before


def test_debugging_has_a_program_to_ask() -> None:
    run()
    assert "ISO202" in isolint("debug", "leak.py:3").out
    assert len(kept()) == 1


@pytest.mark.parametrize(
    "ruin",
    [lambda _: b"", lambda _: bytes(10_000), lambda data: data[:-1], lambda data: data[:32] + b"N" + data[33:]],
    ids=["empty", "other bytes", "cut off", "changed"],
)
def test_what_is_broken_is_made_again(ruin: Callable[[bytes], bytes]) -> None:
    found = run()[0]
    [result] = kept()
    result.write_bytes(ruin(result.read_bytes()))
    ran, taken_over = run()
    assert not taken_over
    assert ran.out == found.out
    assert run()[1]


def test_a_result_under_the_name_of_another_is_not_believed() -> None:
    run("good.py")
    [first] = kept()
    run("leak.py")
    [second] = set(kept()) - {first}
    shutil.copy(first, second)
    assert not run("leak.py")[1]


def test_a_result_does_without_facts_but_not_without_files() -> None:
    run()
    for segment in default_folder(Path.cwd()).glob("facts-*"):
        segment.unlink()
    assert run()[1]
    (default_folder(Path.cwd()) / "manifest").unlink()
    assert run()[1]


def test_a_file_that_cannot_be_read_is_asked_again() -> None:
    Path("loop.py").symlink_to("loop.py")
    run()
    assert not run()[1]
    assert kept() == []


def test_of_what_is_known_of_all_files_some_can_be_told() -> None:
    run()
    part, taken = run("sub", "leak.py")
    assert taken
    assert part.out == isolint("check", "--format", "json", "--no-cache", "sub", "leak.py").out
    assert run("good.py")[1]
    for path in kept():
        path.unlink()
    assert not run("good.py")[1]
    assert not run()[1], "what is known of some files is not known of all"


@pytest.mark.parametrize(("file", "text"), [("good.py", CLEAN), ("leak.py", LEAK)])
def test_what_is_no_fact_changes_nothing(file: str, text: str) -> None:
    first, _ = run()
    edit(file, f"{text}\n# nobody asks what this says\n")()
    again, taken = run()
    assert taken
    assert again.out == first.out


def test_lines_that_move_and_comments_that_come_are_told_without_asking() -> None:
    first, _ = run()
    edit("leak.py", f"# one line more\n{LEAK}")()
    again, taken = run()
    assert taken
    assert again.out == isolint("check", "--format", "json", "--no-cache").out != first.out
    edit("leak.py", HIDDEN)()
    hidden, taken = run()
    assert taken
    assert hidden.out == isolint("check", "--format", "json", "--no-cache").out
    assert len(hidden.out) < len(again.out)


def test_a_file_that_changes_while_rules_are_asked_leaves_no_result(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = result_of

    def slowly(*arguments: object) -> object:
        edit("leak.py", "\n" + LEAK)()
        return asked(*arguments)  # type: ignore[arg-type]  # handed on as they are

    monkeypatch.setattr("isolint.engine.completing.result_of", slowly)
    run()
    assert kept() == []


def test_results_are_private_and_few() -> None:
    run()
    for number in range(results.KEPT + 3):
        assert run()[1]  # what is used stays
        edit("sub/new.py", f"x = {number}\n")()
        run()
        Path("sub/new.py").unlink()
    assert run()[1]
    assert len(kept()) == results.KEPT
    assert {path.stat().st_mode & 0o777 for path in kept()} == {0o600}


def test_a_finding_comes_back_whole(tmp_path: Path) -> None:
    words = {each.name: each.name for each in fields(Finding)}
    step = Step("a.py", 1, 2, "there")
    whole = {"line": 1, "column": 2, "end_line": 3, "end_column": 4, "also": ("ISO105",), "entries": 5}
    whole |= {"trace": (step,), "related": (step, step), "fix": Fix("safe", "mend"), "declared": ("b.py", 6)}
    finding = Finding(**words | whole)  # type: ignore[arg-type]  # each field has something of its own
    kept_one = Result((finding,), {"a.py": ((1, 0, "# noqa", 1, 1),)}, 1, {"test_a.py": 2}, 3, 4, ("note",))
    record = Record((0, 0, 0, 0), b"digest", "", 0, 0, 0, b"", b"", b"", ((1, 0, "# noqa", 1, 1),))
    records = dict.fromkeys(("a.py", "b.py", words["path"]), record)
    known, lines = Established(records, (), {}), Lines(tmp_path, {})
    kept = results.Results(tmp_path)
    kept.put(b"key", kept_one, records, lines)
    whole_one = kept_one._replace(comments=dict.fromkeys(records, record.comments))
    assert kept.get(b"key", known, lines) == whole_one
    other = records | {"a.py": record._replace(digest=b"another", bodies_sum=b"another")}
    assert kept.get(b"key", known._replace(records=other), lines) is None
    assert kept.get(b"other", known, lines) is None
