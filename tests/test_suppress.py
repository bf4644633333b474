"""What comments hide, and which of them are found to hide nothing or to give no reason."""

import ast
from collections.abc import Collection, Mapping
from dataclasses import replace
from textwrap import dedent

import pytest

from isolint.finding import Finding
from isolint.lower.comments import Comment, comments
from isolint.rules import On, Remedy, Rule
from isolint.suppress import Suppressed, apply


def rule(code: str, name: str, on: On = "default") -> Rule:
    return Rule(
        code=code, name=name, severity="note" if code == "ISO003" else "warning", confidence="high", on=on,
        status="stable", group="state", summary="", message="", why="", instead="",
    )  # fmt: skip


RULES: Mapping[str, Rule] = {
    each.code: each
    for each in (
        rule("ISO001", "unreadable-file", "always"),
        replace(rule("ISO002", "unused-suppression"), fix=Remedy("safe", "remove {names}the comment")),
        rule("ISO003", "suppression-without-reason", "strict"),
        rule("ISO101", "global-registry-call"),
        rule("ISO102", "registry-built-in-test", "strict"),
        rule("ISO103", "mutable-global-written"),
        rule("ISO105", "stateful-singleton"),
        rule("ISO201", "shared-session"),
    )
}
DEFAULT = frozenset(code for code, each in RULES.items() if each.on != "strict")
STRICT = frozenset(RULES)


def finding(
    code: str, line: int, path: str = "a.py", *, also: tuple[str, ...] = (), declared: tuple[str, int] | None = None
) -> Finding:  # fmt: skip
    return Finding(
        code=code, name=RULES[code].name, severity="error", confidence="high", path=path, line=line, column=1,
        end_line=line, end_column=2, message="", symbol="", place="", fingerprint="", also=also, declared=declared,
    )  # fmt: skip


def said(source: str) -> tuple[Comment, ...]:
    text = dedent(source).lstrip("\n")
    return comments(text, ast.parse(text))


def judged(source: str, *findings: Finding, ran: Collection[str] = DEFAULT) -> Suppressed:
    """What comes of the findings in a file of this source, `a.py`, the only one."""
    return apply(findings, {"a.py": said(source)}, ran, RULES, {"a.py"})


def texts(findings: tuple[Finding, ...]) -> list[tuple[int, str]]:
    return [(each.line, each.message) for each in findings]


HIDING = [
    "# noqa",
    "# noqa: ISO103 why",
    "# noqa: ISO1",
    "# noqa: ISO",
    "# noqa: E501, iso103",
    "# isolint: ignore",
    "# isolint: ignore[ISO103]",
    "# isolint: ignore[mutable-global-written] why",
    "# isolint: ignore[ISO10]",
    "# isolint: ignore[ISO101, ISO103] why",
]
NOT_HIDING = [
    "# noqa: E501",
    "# noqa: ISO101",
    "# noqa: ISO8601",
    "# isolint: ignore[ISO101]",
    "# isolint: ignore[global-registry-call]",
    "# isolint: ignore[mutable-global]",
    "# isolint: ignore[ISO103",
    "# isolint: ignore ISO103",
    "# isolint: ingore",
    "# isolint: shared: why",
]


@pytest.mark.parametrize("comment", HIDING)
def test_a_comment_hides_what_it_names(comment: str) -> None:
    result = judged(f"x = 1  {comment}", finding("ISO103", 1))
    assert (result.kept, result.suppressed) == ((), 1)


@pytest.mark.parametrize("comment", NOT_HIDING)
def test_a_comment_hides_nothing_else(comment: str) -> None:
    kept = finding("ISO103", 1)
    result = judged(f"x = 1  {comment}", kept)
    assert (result.kept, result.suppressed) == ((kept,), 0)


def test_only_the_lines_covered_in_the_file_itself() -> None:
    other = finding("ISO103", 2, "b.py")
    outside = finding("ISO103", 3)
    result = judged("x = 1\ny = 2  # noqa: ISO103 why\nz = 3", finding("ISO103", 2), other, outside)
    assert result.kept == (other, outside)


@pytest.mark.parametrize("named", ["ISO103", "mutable-global-written"])
def test_a_rule_that_stands_in_also_may_be_named(named: str) -> None:
    result = judged(f"x = 1  # isolint: ignore[{named}] why", finding("ISO105", 1, also=("ISO103",)))
    assert (result.kept, result.unused) == ((), ())


def test_a_shared_place_is_accepted_for_all_who_write_to_it_in_any_file() -> None:
    a, b = said("CACHE = {}  # isolint: shared: prices only"), said("x = 1")
    elsewhere = finding("ISO103", 1, "b.py", declared=("a.py", 7))
    result = apply(
        (finding("ISO103", 1, "b.py", declared=("a.py", 1)), finding("ISO105", 9, declared=("a.py", 1)), elsewhere),
        {"a.py": a, "b.py": b}, DEFAULT, RULES, {"a.py", "b.py"},
    )  # fmt: skip
    assert (result.kept, result.suppressed, result.unused) == ((elsewhere,), 2, ())


def test_a_finding_at_the_declaration_needs_to_declare_it_to_be_accepted() -> None:
    assert judged("CACHE = {}  # isolint: shared: prices only", finding("ISO103", 1)).suppressed == 0


def test_shared_that_accepts_nothing_is_unused_only_where_all_files_were_reported_on() -> None:
    files = {"a.py": said("CACHE = {}  # isolint: shared: prices only"), "b.py": ()}
    assert apply((), files, DEFAULT, RULES, {"a.py"}).unused == ()
    (unused,) = apply((), files, DEFAULT, RULES, {"a.py", "b.py"}).unused
    assert (
        unused.message == "`# isolint: shared: prices only` accepts a shared place, yet nothing is found that names it"
    )


def test_an_unused_comment_is_a_finding_at_its_place() -> None:
    (unused,) = judged("é = 1  # isolint: ignore[ISO103] why").unused
    assert (unused.code, unused.name, unused.severity) == ("ISO002", "unused-suppression", "warning")
    assert (unused.line, unused.column, unused.end_line, unused.end_column) == (1, 8, 1, 8 + 29)
    assert unused.message == "the comment names `ISO103`, yet suppresses no such finding"
    assert unused.fix is not None
    assert unused.fix.message == "remove the comment"
    assert len(unused.fingerprint) == 16


def test_only_the_names_that_hide_nothing_are_told() -> None:
    (unused,) = judged("x = 1  # isolint: ignore[ISO101, ISO103, ISO201] why", finding("ISO103", 1)).unused
    assert unused.message == "the comment names `ISO101`, `ISO201`, yet suppresses no such finding"
    assert unused.place == "ISO101,ISO201"
    assert unused.fix is not None
    assert unused.fix.message == "remove `ISO101`, `ISO201` from the comment"


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa",
        "# noqa: E501",
        "# noqa: E501, W503",
        "# noqa: I001",
        "# noqa: ISO8601",
        "# flake8: noqa",
        "# noqa: ISO102",
        "# isolint: ignore[ISO102] strict only",
        "# isolint: ignore[registry-built-in-test] strict only",
    ],
)
def test_what_other_linters_or_other_runs_may_need_is_never_unused(comment: str) -> None:
    assert judged(f"x = 1  {comment}").unused == ()


def test_a_code_is_judged_once_it_ran() -> None:
    assert texts(judged("x = 1  # noqa: ISO102", ran=STRICT).unused) == [
        (1, "the comment names `ISO102`, yet suppresses no such finding")
    ]


@pytest.mark.parametrize("comment", ["# isolint: ignore why", "# isolint: ignore[ISO1] why", "# noqa: ISO"])
def test_what_means_many_rules_is_judged_by_those_that_run_by_default(comment: str) -> None:
    source = f"x = 1  {comment}"
    assert len(judged(source).unused) == 1
    assert judged(source, ran={"ISO002", "ISO101"}).unused == ()


def test_a_finding_of_low_confidence_makes_a_comment_used() -> None:
    low = replace(finding("ISO103", 1), confidence="low")
    assert judged("x = 1  # noqa: ISO103", low).unused == ()


def test_two_comments_that_hide_the_same_are_both_used() -> None:
    assert judged("# isolint: ignore-file[ISO1] old\nx = 1  # noqa: ISO103", finding("ISO103", 2)).unused == ()


def test_without_iso002_nothing_is_judged() -> None:
    assert judged("x = 1  # noqa: ISO103", ran=DEFAULT - {"ISO002"}).unused == ()


def test_files_that_were_not_reported_on_are_not_judged() -> None:
    assert apply((), {"a.py": said("x = 1  # noqa: ISO103")}, STRICT, RULES, ()).unused == ()


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("# isolint: ignore[mutable-global-writen] x", "there is no such rule, did you mean `mutable-global-written`?"),
        ("# noqa: ISO999", "names `ISO999`, and there is no such rule"),
        ("# isolint: ignore[ISO103 why", "suppresses nothing: its bracket is not closed"),
        ("# isolint: skip-file", "suppresses nothing: `skip-file` is unknown"),
        ("# isolint: ignore-file[ISO103] why", "yet suppresses no such finding"),
    ],
)
def test_misspelt_and_misplaced_comments_are_told_whatever_ran(comment: str, message: str) -> None:
    (unused,) = judged(f"x = 1  {comment}", finding("ISO103", 1), ran=DEFAULT).unused
    assert message in unused.message


def test_a_misspelt_comment_is_not_removed() -> None:
    (unused,) = judged("x = 1  # isolint: ignore[ISO9] why").unused
    assert unused.fix is None


def test_equal_comments_have_fingerprints_of_their_own_which_survive_edits_around() -> None:
    one, two = judged("x = 1  # noqa: ISO103\ny = 2  # noqa: ISO103").unused
    moved, _ = judged("\n\nimport os\nx = 1  # noqa: ISO103\ny = 2  # noqa: ISO103").unused
    assert one.fingerprint != two.fingerprint
    assert one.fingerprint == moved.fingerprint


@pytest.mark.parametrize(
    "source",
    [
        "x = 1  # isolint: ignore[ISO103, ISO002] needed on 3.10",
        "# isolint: ignore[ISO103, unused-suppression] needed on 3.10\nx = 1",
        "# isolint: ignore[ISO002] needed on 3.10\nx = 1  # isolint: ignore[ISO103] why",
        "# isolint: ignore-file[ISO002] generated\nx = 1  # isolint: ignore[ISO103] why",
        "# flake8: noqa\nx = 1  # isolint: ignore[ISO103] why",
        "x = 1  # isolint: ignore[ISO103] why  # noqa",
    ],
)
def test_iso002_can_be_suppressed_by_name_and_by_what_leaves_a_line_or_file_out(source: str) -> None:
    result = judged(source)
    assert (result.unused, result.suppressed) == ((), 1)


def test_blanket_comments_do_not_hide_that_they_are_unused() -> None:
    result = judged("# isolint: ignore why\nx = 1  # isolint: ignore[ISO] why")
    assert [each.line for each in result.unused] == [1, 2]
    assert len(judged("# isolint: ignore-file generated\nx = 1").unused) == 1


def test_in_a_file_that_is_left_out_only_that_is_judged() -> None:
    source = "# isolint: ignore-file generated\nx = 1  # isolint: ignore[ISO101]\n"
    result = judged(source, finding("ISO103", 2), ran=STRICT)
    assert (result.unused, result.unexplained) == ((), ())


@pytest.mark.parametrize(
    "comment", ["# isolint: ignore", "# isolint: ignore[ISO103] -", "# noqa: ISO103", "# noqa: E501, ISO103"]
)
def test_a_comment_without_a_reason_is_told_under_iso003(comment: str) -> None:
    source = f"x = 1  {comment}"
    (bare,) = judged(source, finding("ISO103", 1), ran=STRICT).unexplained
    assert (bare.code, bare.severity, bare.message) == ("ISO003", "note", f"`{comment}` gives no reason")
    assert judged(source, finding("ISO103", 1)).unexplained == ()


@pytest.mark.parametrize(
    "comment", ["# noqa", "# noqa: E501", "# noqa: ISO103 prices", "# isolint: ignore[ISO103]: prices"]
)
def test_reasons_and_the_comments_of_others_are_left_alone(comment: str) -> None:
    assert judged(f"x = 1  {comment}", finding("ISO103", 1), ran=STRICT).unexplained == ()


def test_a_comment_that_is_to_go_needs_no_reason() -> None:
    result = judged("x = 1  # noqa: ISO103", ran=STRICT)
    assert (len(result.unused), result.unexplained) == (1, ())


def test_shared_owes_a_reason_too() -> None:
    result = judged("C = {}  # isolint: shared", finding("ISO103", 5, declared=("a.py", 1)), ran=STRICT)
    assert [each.line for each in result.unexplained] == [1]


def test_comments_that_hold_no_directive_are_passed_over() -> None:
    assert apply((), {"a.py": ((1, 0, "# type: ignore", 1, 1),)}, STRICT, RULES, {"a.py"}).unused == ()


def test_a_misspelt_comment_owes_no_reason() -> None:
    assert judged("x = 1  # isolint: ingore", ran=STRICT - {"ISO002"}).unexplained == ()
