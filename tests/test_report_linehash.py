"""GitHub recognises an alert by this hash: it must be the very number that its own action computes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolint.report.linehash import line_hashes

GREETINGS_WITH_END = [
    "e9496ae3ebfced30:1",
    "fb7c023a8b9ccb3f:1",
    "ce8ba1a563dcdaca:1",
    "e20e36e16fcb0cc8:1",
    "b3edc88f2938467e:1",
    "c8e28b0b4002a3a0:1",
    "c129715d7a2bc9a3:1",
]

# What github/codeql-action expects of itself (src/fingerprints.test.ts).
PUBLISHED = [
    ("", ["c129715d7a2bc9a3:1"]),
    (
        " a\nb\n  \t\tc\n d",
        ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
    ),
    (
        " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
        [
            "8b7cf3e952e7aeb2:1",
            "b1ae1287ec4718d9:1",
            "bff680108adb0fcc:1",
            "c6805c5e1288b612:1",
            "b86d3392aea1be30:1",
            "e6ceba753e1a442:1",
        ],
    ),
    (" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", GREETINGS_WITH_END),
    (" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", GREETINGS_WITH_END),
    (" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", GREETINGS_WITH_END),
    (" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", GREETINGS_WITH_END),
    (
        "Lorem ipsum dolor sit amet.\n" * 10,
        [
            *(f"a7f2ff13bc495cf2:{number}" for number in range(1, 7)),
            "a7f2ff1481e87703:1",
            "a9cf91f7bbf1862b:1",
            "55ec222b86bcae53:1",
            "cc97dc7b1d7d8f7b:1",
            "c129715d7a2bc9a3:1",
        ],
    ),
]


def with_ends(text: str) -> list[str]:
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text)


def by_definition(text: str) -> list[str]:
    """Each line's hash computed afresh, digit by digit."""
    lines = re.split(r"\r\n|\r|\n", text)
    seen: list[str] = []
    hashes = []
    for at in range(len(lines)):
        rest = "\n".join(lines[at:]).replace(" ", "").replace("\t", "")
        raw = rest.encode("utf-16-be", "surrogatepass")
        digits = [int.from_bytes(raw[low : low + 2], "big") for low in range(0, len(raw), 2)]
        digits = [*digits, 65535, *[0] * 100][:100]
        number = 0
        for digit in digits:
            number = number * 37 + digit
        seen.append(f"{number % 2**64:x}")
        hashes.append(f"{seen[-1]}:{seen.count(seen[-1])}")
    return hashes


@pytest.mark.parametrize(("text", "expected"), PUBLISHED)
def test_the_hashes_are_those_that_github_publishes(text: str, expected: list[str]) -> None:
    assert line_hashes(with_ends(text)) == expected


def test_lines_without_their_ends_hash_alike() -> None:
    text = "def f():\n\treturn 1\n\n"
    assert line_hashes(text.split("\n")) == line_hashes(with_ends(text))


def test_a_missing_final_newline_makes_a_difference() -> None:
    assert line_hashes(["a = 1\n"])[0] != line_hashes(["a = 1"])[0]


def test_a_form_feed_and_a_line_separator_break_no_line() -> None:
    assert len(line_hashes(with_ends('a = "\u2028\x0c\x85"\nb\n'))) == 3


@given(st.text(st.sampled_from("ab \t\n\r\x0c\u2028é😀"), max_size=300))
def test_every_text_hashes_as_defined(text: str) -> None:
    assert line_hashes(with_ends(text)) == by_definition(text)
