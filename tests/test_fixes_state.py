"""Fixes of state: what cannot be carried out, and files that are written in unusual ways."""

import pytest

from isolint.change import Bind, Change, Comment, Default, Reword
from isolint.directive import without
from isolint.fixes import Unfixable, edited
from isolint.fixes.making import make

NAME = (1, 5, 1, 6)


@pytest.mark.parametrize(
    ("text", "change", "reason"),
    [
        ("def f(x=[]):\n    return x is None\n", Default(NAME, "x"), "tells None apart"),
        ("def f(x=[n := 1]):\n    return x\n", Default(NAME, "x"), "binds a name"),
        ("def f(x: (lambda: 1) = []):\n    return x\n", Default(NAME, "x"), "in a way that nobody expects"),
        ("def f(x):\n    return x\n", Default(NAME, "x"), "has no default"),
        ("def f(x=[]):\n    return x\n", Default(NAME, "y"), "has no parameter"),
        ("class A: x = []\n", Bind((1, 7, 1, 8), "x"), "no class of several lines"),
        ("class A:\n    x = y = []\n    def f(self): 1\n", Bind((1, 7, 1, 8), "x"), "not bound once"),
        ("class A:\n    x = []\n    x = []\n    def f(self): 1\n", Bind((1, 7, 1, 8), "x"), "not bound once"),
        ("class A:\n    x = []\n    y = 1\n", Bind((1, 7, 1, 8), "x"), "has no method"),
        ("# noqa: ISO101\n# because of it\nx = 1\n", Comment((1, 1, 1, 15), ""), "may go on below"),
        ("# noqa: ISO101\n", Comment((2, 1, 2, 15), ""), "does not read as it did"),
    ],
)
def test_what_looks_different_is_left_alone(text: str, change: Change, reason: str) -> None:
    with pytest.raises(Unfixable, match=reason):
        edited(text, [change])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("indent", ["  ", "    ", "\t"])
def test_line_ends_and_indents_stay_what_they_are(end: str, indent: str) -> None:
    before = (
        "class A:\n\tx: list = [\n\t\t1,\n\t]  # all\n\n\tdef f(self, y=[]):\n\t\ty.append(self.x)  # noqa: ISO101\n"
    )
    after = (
        "class A:\n\tdef __init__(self):\n\t\tself.x: list = [\n\t\t\t1,\n\t\t]  # all\n\n\tdef f(self, y=None):\n"
        "\t\tif y is None:\n\t\t\ty = []\n\t\ty.append(self.x)\n"
    )
    place = 2 * len(indent)
    changes: dict[str, list[Change]] = {
        "default": [Default((6, len(indent) + 5, 6, len(indent) + 6), "y")],
        "attribute": [Bind((1, 7, 1, 8), "x")],
        "comment": [Comment((7, place + 19, 7, place + 33), "")],
    }
    made = make("a.py", before.replace("\t", indent).replace("\n", end).encode(), changes)
    assert made.refused == {}
    assert made.data.decode() == after.replace("\t", indent).replace("\n", end)


def test_guards_keep_the_order_of_the_parameters_over_two_runs() -> None:
    text = 'def f(a=[], b=[], c=[]):\n    "Text."\n    return a, b, c\n'
    for name in "bac":
        text = edited(text, [Default(NAME, name)])
    again = edited('def f(a=[], b=[], c=[]):\n    "Text."\n    return a, b, c\n', [Default(NAME, n) for n in "cab"])
    assert text == again
    assert [line.strip() for line in text.splitlines()[2::2]] == [f"if {n} is None:" for n in "abc"] + [
        "return a, b, c"
    ]


@pytest.mark.parametrize(
    ("head", "before", "after"),
    [
        ("from typing import Optional", "list", "Optional[list]"),
        ("import typing\nx: typing.Optional[int]", "typing.List", "typing.Optional[typing.List]"),
        ("from typing import Optional\nx: int | str", "list", "list | None"),
        ("from __future__ import annotations\nfrom typing import Optional", "list", "list | None"),
        ("from typing import Union", "Union[list, set]", "Union[list, set, None]"),
        ("import typing", "list[int]", "list[int] | None"),
        ("", '"Items"', '"Items | None"'),
        ("", "list | set", "list | set | None"),
        ("from typing import Any", "Any", "Any"),
        ("", "list | None", "list | None"),
        ("from typing import Optional", "Optional[list]", "Optional[list]"),
    ],
)
def test_annotations_take_none_in_the_way_of_the_file(head: str, before: str, after: str) -> None:
    line = head.count("\n") + 2
    text = f"{head}\ndef f(x: {before} = []):\n    return x\n"
    made = edited(text, [Default((line, 5, line, 6), "x")])
    assert made == f"{head}\ndef f(x: {after} = None):\n    if x is None:\n        x = []\n    return x\n"


def test_fresh_ids_keep_the_quotes_of_literals() -> None:
    changes = [Reword((1, 1, 1, 12), repr(name), f'f"{name}-{{new()}}"') for name in ("a", "b")]
    assert edited("f('a', \"b\")\n", changes) == "f(f'a-{new()}', f\"b-{new()}\")\n"


@pytest.mark.parametrize(
    ("piece", "names", "left"),
    [
        ("# noqa: ISO101, E501", ["ISO101"], "# noqa: E501"),
        ("# noqa:E501 ISO101 because", ["ISO101"], "# noqa:E501 because"),
        ("# noqa: iso101", ["ISO101"], ""),
        ("# flake8: noqa: ISO101,E501,ISO102 x", ["ISO101", "ISO102"], "# flake8: noqa: E501 x"),
        ("# isolint: ignore[ISO101, shared-session] why", ["ISO101"], "# isolint: ignore[shared-session] why"),
        ("# isolint: ignore[ ISO101,\tISO202 ]: why", ["ISO202"], "# isolint: ignore[ ISO101 ]: why"),
        ("# isolint: ignore[ISO101,]", ["ISO101"], ""),
        ("# isolint: ignore why", [""], ""),
        ("# isolint: shared: prices [only]", [""], ""),
    ],
)
def test_names_are_taken_out_of_directives(piece: str, names: list[str], left: str) -> None:
    assert without(piece, names) == left


def test_a_comment_that_says_something_of_its_own_is_no_end_of_another() -> None:
    text = "# isolint: ignore[ISO101] why\n# noqa: E501\nx = 1\n"
    assert edited(text, [Comment((1, 1, 1, 30), "")]) == "# noqa: E501\nx = 1\n"


def test_two_parts_of_a_comment_go_at_once() -> None:
    text = "x = 1  # noqa: ISO101  # keep  # isolint: ignore[ISO102] why"
    changes = [Comment((1, 8, 1, 22), ""), Comment((1, 32, 1, 61), "")]
    assert edited(text, changes) == "x = 1  # keep"
    assert edited("x = (  # noqa: ISO101  # noqa: ISO102\n    1\n)\n", [
        Comment((1, 8, 1, 22), ""), Comment((1, 24, 1, 38), ""),
    ]) == "x = (\n    1\n)\n"  # fmt: skip


def test_what_stands_apart_from_an_attribute_stays_in_the_class() -> None:
    before = """class A:
    state = None

    # more is to come

    # what is in it
    items = []
    size = 3

    def __init__(self, state):
        self.state = state
"""
    after = """class A:
    state = None

    # more is to come

    size = 3

    def __init__(self, state):
        # what is in it
        self.items = []
        self.state = state
"""
    assert edited(before, [Bind((1, 7, 1, 8), "items")]) == after
