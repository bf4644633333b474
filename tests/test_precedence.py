"""Where several rules match one place, one of them speaks and the others stand beside it."""

from pathlib import Path

from isolint.config import Overrides, load
from isolint.engine import Request, check
from isolint.finding import Finding

STORY = Path(__file__).parent / "cases" / "ISO401" / "spoken-of-by-the-rule-for-tests"


def findings(*codes: str) -> dict[str, Finding]:
    config = load([], cwd=STORY, root=STORY, overrides=Overrides(select=codes))
    return {each.path: each for each in check(config, Request(cache=False, jobs=1)).report.findings}


def test_a_test_without_a_context_speaks_for_the_call_that_lacks_one() -> None:
    found = findings("ISO303", "ISO401", "ISO501")["tests/test_tools.py"]
    assert (found.code, found.also) == ("ISO501", ("ISO401", "ISO303"))


def test_the_call_speaks_where_the_test_has_a_context_elsewhere() -> None:
    found = findings("ISO303", "ISO401", "ISO501")["tests/test_users.py"]
    assert (found.code, found.also) == ("ISO401", ("ISO303",))


def test_what_does_not_run_does_not_stand_beside_it() -> None:
    found = findings("ISO501")["tests/test_tools.py"]
    assert (found.code, found.also) == ("ISO501", ())
