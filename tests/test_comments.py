"""Which comments talk to linters, and which lines each of them covers."""

import ast
import marshal
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isolint.lower.comments import Comment, comments


def found(source: str) -> tuple[Comment, ...]:
    text = dedent(source).lstrip("\n")
    return comments(text, ast.parse(text))


def covered(source: str) -> list[tuple[int, int, int]]:
    """Line, first and last line covered."""
    return [(line, first, last) for line, _, _, first, last in found(source)]


@pytest.mark.parametrize(
    "source",
    [
        "x = '# noqa'\n",
        "x = 'y  # isolint: ignore'\n",
        '"""\nWrite\n    x = 1  # noqa: ISO101\n"""\n',
        "x = f'{y} # noqa: ISO101'\n",
        "noqa = 1  # a variable of that name\n",
        "x = 1  # not noqa\n",
        "x = 1  # see `# noqa: ISO101` in the documentation\n",
        "# x = get()  # isolint: ignore[ISO101] code that is commented out\ny = get()\n",
        "x = 1  # isolintx: ignore\n",
        "x = 1  # noqaed\n",
    ],
)
def test_what_only_looks_like_a_comment_to_linters_is_none(source: str) -> None:
    assert comments(source, ast.parse(source)) == ()


def test_line_and_column_are_in_code_points_and_the_text_is_the_comment() -> None:
    assert found('s = "é😀"  # noqa: ISO101 why') == ((1, 10, "# noqa: ISO101 why", 1, 1),)


def test_marshal_takes_comments() -> None:
    kept = found("x = 1  # noqa\n")
    assert kept
    assert marshal.dumps(kept)


def test_a_comment_with_several_directives_is_taken_apart() -> None:
    texts = [
        text for _, _, text, _, _ in found("x = 1  # type: ignore  # isolint: ignore[ISO101] see #12  # noqa: E501")
    ]
    assert texts == ["# isolint: ignore[ISO101] see #12", "# noqa: E501"]


def test_comments_without_words_stand_in_nobodys_way() -> None:
    assert covered("""
        #
        #: 12
        a = 1  # 12
        b = 2  # noqa
    """) == [(4, 4, 4)]


def test_a_trailing_comment_covers_its_line_alone() -> None:
    assert covered("""
        a = 1
        b = 2  # noqa
        c = 3
    """) == [(2, 2, 2)]


def test_on_the_first_line_it_covers_the_whole_statement_and_on_others_only_that_line() -> None:
    assert covered("""
        a = get(  # noqa: ISO101
            one,
            two,  # noqa: ISO102
        )  # noqa: ISO103
    """) == [(1, 1, 4), (3, 3, 3), (4, 4, 4)]


def test_behind_a_string_of_many_lines_it_covers_the_string_as_in_flake8() -> None:
    assert covered('''
        a = get("""
        select
        """)  # noqa: ISO101
        b = 1
    ''') == [(3, 1, 3)]


def test_behind_a_backslash_it_covers_the_joined_lines_as_in_flake8() -> None:
    assert covered("""
        a = get() + \\
            get()  # noqa: ISO101
    """) == [(2, 1, 2)]


def test_a_statement_that_begins_behind_a_string_is_covered_whole() -> None:
    assert covered('''
        """
        """; a = get(  # noqa: ISO101
            1,
        )
    ''') == [(2, 1, 4)]


def test_on_the_header_it_covers_the_header_and_not_the_body() -> None:
    assert covered("""
        def f(  # noqa: ISO110
            a=[],
            b={},
        ) -> None:
            a.append(1)
    """) == [(1, 1, 4)]


@pytest.mark.parametrize("line", [1, 3])
def test_on_the_first_decorator_or_on_def_it_covers_both(line: int) -> None:
    lines = ["@app.get('/')", "@cache", "def f(a=[]):", "    return a"]
    lines[line - 1] += "  # noqa: ISO108"
    assert covered("\n".join(lines)) == [(line, 1, 3)]


def test_on_a_later_decorator_it_covers_that_one() -> None:
    assert covered("""
        @first
        @second(  # noqa: ISO108
            1,
        )
        class A:
            pass
    """) == [(2, 2, 4)]


@pytest.mark.parametrize(
    "header",
    [
        "if a:",
        "while a:",
        "for a in b:",
        "with a:",
        "class A(B):",
        "async def f():",
        "match a:\n    case 1:\n        pass",
        "try:",
    ],
)
def test_every_header_keeps_its_body_out(header: str) -> None:
    first, *rest = header.split("\n")
    body = rest or ["    get()", "    get()"]
    ending = ["finally:", "    pass"] if first == "try:" else []
    assert covered("\n".join([f"{first}  # noqa", *body, *ending])) == [(1, 1, 1)]


def test_headers_inside_a_statement_count_too() -> None:
    assert covered("""
        try:
            pass
        except (  # noqa: ISO515
            ValueError,
        ):
            pass
        else:  # noqa: ISO101
            get()
        match a:
            case (  # noqa: ISO102
                1
            ):
                pass
        if a:
            pass
        elif get(  # noqa: ISO103
            1
        ):
            pass
    """) == [(3, 3, 5), (7, 7, 7), (10, 10, 10), (16, 16, 18)]


def test_a_body_on_the_line_of_its_header_is_covered_with_it() -> None:
    assert covered("""
        if a: b = get(  # noqa: ISO101
            1,
        )
    """) == [(1, 1, 3)]


def test_on_its_own_line_it_covers_the_next_statement() -> None:
    assert covered("""
        # isolint: ignore[ISO101] one
        # isolint: ignore[ISO102] two

        # prose
        a = get(
            1,
        )
        b = 2
    """) == [(1, 5, 7), (2, 5, 7)]


def test_on_its_own_line_it_covers_a_header_with_its_decorators() -> None:
    assert covered("""
        # isolint: ignore[ISO108] why
        @first
        @second
        def f(
            a=[],
        ):
            get()
    """) == [(1, 2, 6)]


def test_at_the_end_of_a_block_it_covers_no_statement_of_another() -> None:
    assert covered("""
        def f():
            get()
            # isolint: ignore[ISO101] why

        a = get()
    """) == [(3, 3, 3)]


def test_at_the_end_of_a_file_it_covers_itself() -> None:
    assert covered("a = 1\n# noqa: ISO101") == [(2, 2, 2)]


def test_inside_brackets_it_covers_the_next_line() -> None:
    assert covered("""
        a = [
            one(),
            # isolint: ignore[ISO101] why
            get(),
            two(),
        ]
    """) == [(3, 4, 4)]


def test_before_else_it_covers_else_and_not_what_follows() -> None:
    assert covered("""
        if a:
            pass
        # isolint: ignore[ISO101] why
        else:
            get()
    """) == [(3, 4, 4)]


def test_ignore_file_covers_the_file_from_anywhere_at_module_level() -> None:
    assert covered("""
        a = get()
        # isolint: ignore-file[ISO101] generated
        b = get()
    """) == [(2, 1, 3)]


@pytest.mark.parametrize(
    "source",
    [
        "a = get()  # isolint: ignore-file\n",
        "def f():\n    # isolint: ignore-file\n    get()\n",
        "a = [\n# isolint: ignore-file\n]\n",
        "a = get()  # flake8: noqa\n",
    ],
)
def test_a_comment_for_the_file_that_is_out_of_place_covers_nothing(source: str) -> None:
    ((_, _, _, first, last),) = comments(source, ast.parse(source))
    assert first > last


def test_flake8_noqa_may_be_indented() -> None:
    assert covered("if a:\n    # flake8: noqa\n    b = 1\n") == [(2, 1, 3)]


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_line_ends_do_not_matter(newline: str) -> None:
    text = newline.join(["a = 1", "b = 2  # noqa: ISO101 why", "c = 3", ""])
    assert comments(text, ast.parse(text)) == ((2, 7, "# noqa: ISO101 why", 2, 2),)


def test_a_form_feed_ends_no_line() -> None:
    text = "a = 1\n\x0c\nb = '\x0b \u2028'\nc = 2  # noqa\n"
    assert [comment[0] for comment in comments(text, ast.parse(text))] == [4]


def test_what_cannot_be_tokenised_has_no_comments() -> None:
    assert comments("a = (  # noqa\n", ast.parse("")) == ()


def test_deep_nesting_is_no_matter_of_the_stack() -> None:
    depth = 90
    lines = [f"{' ' * level}if a:" for level in range(depth)]
    source = "\n".join([*lines, f"{' ' * depth}get()  # noqa"])
    assert covered(source) == [(depth + 1, depth + 1, depth + 1)]


@given(st.lists(st.sampled_from(["# noqa", "# isolint: ignore[ISO1] x", "a = (", ")", "    b", "if a:", "'''", ""])))
def test_coverage_lies_in_the_file_whatever_it_looks_like(lines: list[str]) -> None:
    source = "\n".join(lines)
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    for line, _, text, first, last in comments(source, tree):
        assert text in lines[line - 1]
        assert 1 <= first <= last <= len(lines)
