"""Every story says what isolint finds in it, line by line, and what it does not find."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from isolint.config import load
from isolint.engine import Request, check
from isolint.finding import Report
from isolint.rules import catalogue

CASES = Path(__file__).parent / "cases"
STORIES = sorted(folder for folder in CASES.glob("ISO*/*") if folder.is_dir())
EXAMPLES = sorted(folder for folder in (CASES.parents[1] / "examples").iterdir() if folder.is_dir())
ENTRY = re.compile("(the request enters|an assumed entry point) at `")
EXPECT = re.compile(r"# expect:((?: ISO[0-9]{3})+)$")
LISTED = re.compile(r"(?P<path>\S+):(?P<line>[0-9]+)(?P<codes>(?: ISO[0-9]{3})+)")


def story_id(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


def expected(story: Path) -> frozenset[str]:
    """What a story expects, as `path:line CODE`: at the ends of lines, or in its `expected.txt`."""
    return frozenset((*_commented(story), *_listed(story)))


@lru_cache(maxsize=1)
def report(story: Path) -> Report:
    config = load([], cwd=story, root=story)
    return check(config, Request(cache=False, jobs=1)).report


def found(story: Path) -> dict[str, str]:
    """What isolint finds in a story: `path:line CODE` -> message."""
    told = report(story)
    assert not told.faults
    return {f"{each.path}:{each.line} {each.code}": each.message for each in told.findings}


def _commented(story: Path) -> Iterator[str]:
    for file in sorted(story.rglob("*.py")):
        # latin-1 reads any bytes, and leaves line numbers as they are
        for number, line in enumerate(file.read_text(encoding="latin-1").split("\n"), 1):
            if "# expect" not in line:
                continue
            match = EXPECT.search(line)
            assert match, f"{file}:{number}: not understood: {line.strip()}"
            yield from (f"{file.relative_to(story).as_posix()}:{number} {code}" for code in match[1].split())


def _listed(story: Path) -> Iterator[str]:
    file = story / "expected.txt"
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        match = LISTED.fullmatch(line)
        assert match, f"{file}: not understood: {line}"
        yield from (f"{match['path']}:{match['line']} {code}" for code in match["codes"].split())


def codes(story: Path) -> set[str]:
    return {each.rpartition(" ")[2] for each in expected(story)}


@pytest.mark.parametrize("story", STORIES, ids=story_id)
def test_story_is_told_as_it_says(story: Path) -> None:
    told, wanted = found(story), expected(story)
    missed = sorted(wanted - told.keys())
    alarms = sorted(f"{place}: {message}" for place, message in told.items() if place not in wanted)
    assert not missed + alarms, "\n".join(["missed:", *missed, "false alarms:", *alarms])


@pytest.mark.parametrize("folder", [*STORIES, *EXAMPLES], ids=story_id)
def test_trace_says_where_the_request_enters(folder: Path) -> None:
    traces = [finding.trace for finding in report(folder).findings if finding.trace]
    assert [trace[0].message for trace in traces if not ENTRY.match(trace[0].message)] == []


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_rule_has_a_flagged_and_a_clean_story(code: str) -> None:
    flagged = [code in codes(story) for story in STORIES if story.parent.name == code]
    assert any(flagged), f"no story of {code} expects it"
    assert not all(flagged), f"no story of {code} is a look-alike that stays clean"


@pytest.mark.parametrize("story", STORIES, ids=story_id)
def test_story_is_small_and_named_by_words(story: Path) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", story.name)
    assert 1 <= len(list(story.rglob("*.py"))) <= 6


@pytest.mark.parametrize("story", STORIES, ids=story_id)
def test_story_stands_under_a_rule_and_expects_rules(story: Path) -> None:
    assert codes(story) | {story.parent.name} <= catalogue().keys()
