"""What the comments that talk to linters ask for."""

import pytest

from isolint.directive import Directive, parse


@pytest.mark.parametrize(
    ("comment", "names", "reason"),
    [
        ("# noqa", None, ""),
        ("# NoQA", None, ""),
        ("# noqa: some words", None, "some words"),
        ("# noqa: re-exported", None, "re-exported"),
        ("# noqa: ISO101", ("ISO101",), ""),
        ("#noqa:iso101", ("ISO101",), ""),
        ("# noqa : ISO101", ("ISO101",), ""),
        ("# noqa:   ISO101", ("ISO101",), ""),
        ("# noqa: E501,ISO101 prices only", ("E501", "ISO101"), "prices only"),
        ("# noqa: E501 ISO101 - prices only", ("E501", "ISO101"), "prices only"),
        ("# noqa: ISO1", ("ISO1",), ""),
        ("# noqa: ISO", ("ISO",), ""),
        ("# noqa: ISO, E501", ("ISO", "E501"), ""),
        ("# noqa: E501, ISO", ("E501", "ISO"), ""),
        ("# noqa: E501 ISO dates are long", ("E501",), "ISO dates are long"),
        ("# noqa: isolated", None, "isolated"),
    ],
)
def test_noqa_names_codes_or_means_everything(comment: str, names: tuple[str, ...] | None, reason: str) -> None:
    assert parse(comment) == Directive("noqa", names, reason)


@pytest.mark.parametrize(
    ("comment", "names", "reason"),
    [
        ("# isolint: ignore", None, ""),
        ("# isolint: ignore the vendor shares it", None, "the vendor shares it"),
        ("# isolint: ignore -- the vendor shares it", None, "the vendor shares it"),
        ("#isolint:ignore[ISO101]", ("ISO101",), ""),
        ("# Isolint: Ignore[iso101, Shared-Session] see #12", ("ISO101", "shared-session"), "see #12"),
        ("# isolint: ignore [ISO1]: prices", ("ISO1",), "prices"),
        ("# isolint: ignore[ISO101] - ", ("ISO101",), ""),
    ],
)
def test_ignore_names_codes_prefixes_and_rules(comment: str, names: tuple[str, ...] | None, reason: str) -> None:
    assert parse(comment) == Directive("ignore", names, reason)


def test_directives_for_a_file_say_so() -> None:
    assert parse("# flake8: noqa") == Directive("noqa", None, "", whole_file=True)
    assert parse("# flake8: noqa: ISO101") == Directive("noqa", ("ISO101",), "", whole_file=True)
    assert parse("# isolint: ignore-file[ISO101] old") == Directive("ignore", ("ISO101",), "old", whole_file=True)


def test_shared_gives_its_reason() -> None:
    assert parse("# isolint: shared: prices only") == Directive("shared", None, "prices only")


@pytest.mark.parametrize(
    ("comment", "fault"),
    [
        ("# isolint: ingore[ISO101] why", "did you mean 'ignore'?"),
        ("# isolint: disable=ISO101", "known: ignore, ignore-file, shared"),
        ("# isolint: ignore[ISO101 why", "not closed"),
        ("# isolint: ignore[]", "empty"),
        ("# isolint: ignore: ISO101", "brackets"),
        ("# isolint: ignore ISO101 why", "brackets"),
        ("# isolint: ignore=shared-session", "brackets"),
        ("# isolint: shared[ISO101]: why", "no codes"),
    ],
)
def test_what_is_misspelt_does_not_turn_into_a_blanket(comment: str, fault: str) -> None:
    directive = parse(comment)
    assert directive is not None
    assert directive.kind == "unknown"
    assert fault in directive.fault


@pytest.mark.parametrize("comment", ["# type: ignore", "# nosec", "# a noqa", "# isolinter: ignore", "# flake8: noqua"])
def test_other_comments_are_none_of_ours(comment: str) -> None:
    assert parse(comment) is None
