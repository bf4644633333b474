"""What a fingerprint holds, and what it survives."""

import re

import pytest

from isolint.fingerprint import fingerprint, number


def test_it_is_stable_across_releases_until_the_scheme_changes() -> None:
    mark = fingerprint("ISO103", "remember", "CACHE", 'CACHE["a"] = user', 0)
    assert re.fullmatch(r"[0-9a-f]{16}", mark)
    assert mark == "665ef27dcee49e86"


def test_a_formatter_does_not_change_it() -> None:
    one = fingerprint("ISO103", "f", "C", "C.update(\n    {'a': user,},\n)", 0)
    assert one == fingerprint("ISO103", "f", "C", 'C.update({"a": user})', 0)


@pytest.mark.parametrize(
    "other",
    [
        ("ISO104", "f", "C", "x", 0),
        ("ISO103", "g", "C", "x", 0),
        ("ISO103", "f", "D", "x", 0),
        ("ISO103", "f", "C", "y", 0),
        ("ISO103", "f", "C", "x", 1),
        ("ISO103", "fC", "", "x", 0),
    ],
)
def test_each_part_counts(other: tuple[str, str, str, str, int]) -> None:
    assert fingerprint(*other) != fingerprint("ISO103", "f", "C", "x", 0)


def test_undecodable_text_is_no_obstacle() -> None:
    assert fingerprint("ISO001", "", "", "\udc80", 0) != fingerprint("ISO001", "", "", "", 0)


def test_equal_keys_are_numbered_in_order() -> None:
    assert number([("a.py", "x"), ("b.py", "x"), ("a.py", "x"), ("a.py", "y")]) == (0, 0, 1, 0)
