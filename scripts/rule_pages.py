"""Writes the pages of the rules, docs/rules/*.md, from the catalogue and its stories; `--check` only compares."""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from isolint.rules import Rule, catalogue

ROOT: Final = Path(__file__).resolve().parent.parent
PAGES: Final = ROOT / "docs" / "rules"
CASES: Final = ROOT / "tests" / "cases"
RUNS: Final[Mapping[str, str]] = {
    "always": "always",
    "default": "by default",
    "strict": "with `--strict`, or when selected",
}
TYPICAL: Final[Mapping[str, tuple[str, str]]] = {
    "ISO001": ("syntax-beside-a-leak", "excluded"),
    "ISO002": ("nothing-to-suppress", "something-to-suppress"),
    "ISO003": ("no-reason", "reason-given"),
    "ISO101": ("asked-on-the-class", "made-per-request"),
    "ISO109": ("key-of-the-user", "environment-of-a-child"),
    "ISO112": ("filter-of-a-user", "added-once"),
    "ISO206": ("user-of-the-thread", "session-of-the-request"),
    "ISO209": ("schema-of-a-tenant", "for-the-transaction-only"),
    "ISO402": ("left-in-a-worker", "set-back-by-the-block"),
    "ISO108": ("session-of-whoever-knows-the-password", "password-in-the-key"),
    "ISO110": ("list-kept-on-the-toolkit", "only-read-or-copied"),
    "ISO113": ("default-user-as-a-key", "a-fresh-id-or-a-refusal"),
    "ISO114": ("chat-started-with-the-module", "chat-started-for-each-request"),
    "ISO207": ("headers-of-the-user-on-a-module-client", "headers-given-with-each-call"),
    "ISO403": ("base-in-another-file", "implemented-somewhere"),
    "ISO407": ("made-anew-by-each-call", "a-lock-for-each-user"),
    "ISO201": ("service-at-module-level", "repository-per-request"),
    "ISO202": ("made-at-module-level", "factories-and-blocks"),
    "ISO301": ("tutorial-chat", "keyed-by-user"),
    "ISO302": ("made-in-a-route-beside-the-factory", "asked-from-the-factory"),
    "ISO304": ("fallback-to-everybody", "announced-on-purpose"),
    "ISO305": ("queue-on-application-state", "queue-for-each-subscriber"),
    "ISO306": ("never-removed", "removed-when-it-ends"),
    "ISO501": ("agent-made-in-a-test", "fixture-of-a-parent-folder"),
    "ISO601": ("by-folder", "header-of-authorization"),
}
"""The stories that a page shows, flagged and clean, where the shortest are not those that a reader would expect."""
SHOWN: Final = (".py", ".pyi", ".toml")
LISTED: Final = re.compile(r"(?P<path>\S+):(?P<line>\d+) (?P<codes>.+)")
EXPECT: Final = re.compile(r"# expect: (?P<codes>ISO\d{3}(?: ISO\d{3})*)$", re.MULTILINE)
ARROW: Final = re.compile(r"# <- (?P<codes>ISO\d{3}(?: ISO\d{3})*)$", re.MULTILINE)
CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Story:
    """A small project that shows a rule; `files` are its texts by path, with an arrow where something is flagged."""

    name: str
    files: Mapping[str, str]

    @property
    def title(self) -> str:
        """The folder's name as words."""
        return self.name.replace("-", " ")

    @property
    def length(self) -> int:
        """How many lines a reader has to read."""
        return sum(text.count("\n") + 1 for text in self.files.values())

    @property
    def codes(self) -> frozenset[str]:
        """The codes that it expects."""
        return frozenset(
            code for text in self.files.values() for match in ARROW.finditer(text) for code in match["codes"].split()
        )


def pages(rules: Mapping[str, Rule], cases: Path) -> dict[str, str]:
    """The text of every page by its file name, the index among them."""
    made = {f"{rule.code}.md": page(rule, stories(cases / rule.code)) for rule in rules.values()}
    return {"index.md": index(rules), **made}


def stories(folder: Path) -> tuple[Story, ...]:
    """The stories of a rule, typical ones first, then the shortest; none where the folder does not exist."""
    found = (_story(each) for each in folder.iterdir() if each.is_dir()) if folder.is_dir() else ()
    first = TYPICAL.get(folder.name, ())
    return tuple(sorted((s for s in found if s.files), key=lambda s: (s.name not in first, s.length, s.name)))


def _story(folder: Path) -> Story:
    files = sorted(each for each in folder.rglob("*") if each.suffix in SHOWN and "__pycache__" not in each.parts)
    texts = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
    marked = {path: _marked(data, _listed(folder / "expected.txt", path)) for path, data in texts.items()}
    return Story(folder.name, {path: text for path, text in marked.items() if text})


def _listed(file: Path, path: str) -> Mapping[int, str]:
    """The codes by line that are expected of a file which takes no comments."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    found = (match for match in map(LISTED.fullmatch, lines) if match and match["path"] == path)
    return {int(match["line"]): match["codes"] for match in found}


def _marked(data: bytes, listed: Mapping[int, str]) -> str:
    """The text with its expectations as arrows, and what a page cannot hold as escapes."""
    lines = data.decode("utf-8-sig", "backslashreplace").replace("\r\n", "\n").split("\n")
    arrows = (f"{line}  # <- {listed[at]}" if at in listed else line for at, line in enumerate(lines, 1))
    text = EXPECT.sub(lambda match: f"# <- {match['codes']}", "\n".join(arrows)).strip("\n")
    return CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", text)


def page(rule: Rule, told: tuple[Story, ...]) -> str:
    """The page of one rule: its words, its first flagged story and its first clean one."""
    flagged = next((each for each in told if rule.code in each.codes), None)
    clean = next((each for each in told if not each.codes), None)
    parts = [
        f"# {rule.code} {rule.name}",
        f"{rule.summary}.",
        f"Runs {RUNS[rule.on]}. Severity: {rule.severity}. Confidence: up to {rule.confidence}.{_weakness(rule)}",
        *_section("Why it matters", rule.why),
        *_section("What to do instead", rule.instead),
        *_section("What is left alone", rule.never),
        *_section("What a fix does", _fix(rule)),
        *(_shown("Flagged", flagged) if flagged else ()),
        *_fixed(CASES / rule.code, flagged, told),
        *(_shown("Not flagged", clean) if clean else ()),
        *_accepting(rule),
    ]
    return "\n\n".join(parts) + "\n"


def _fix(rule: Rule) -> str:
    if rule.fix is None:
        return ""
    kept = "keeps" if rule.fix.applicability == "safe" else "changes"
    options = "--fix" if rule.fix.applicability == "safe" else "--fix --unsafe-fixes"
    return (
        f"`isolint check {options}`: {rule.fix.summary}. The fix {kept} behaviour, and is offered\n"
        "only where every name that it writes is known. [Fixes](../fixes.md) tells how each file is proved."
    )


def _fixed(cases: Path, flagged: Story | None, told: tuple[Story, ...]) -> Iterator[str]:
    """What fixes make of the flagged story, or else of the first one in which they make something."""
    some = [story for story in told if any((cases / story.name).rglob("*.fixed"))]
    story = flagged if flagged in some else next(iter(some), None)
    if story is None:
        return
    if story is not flagged:
        yield from _shown("Flagged and fixed", story)
    for file in sorted((cases / story.name).rglob("*.fixed")):
        path = file.relative_to(cases / story.name).as_posix().removesuffix(".fixed")
        yield f"Fixed, `{path}` reads:"
        yield f"```python\n{_marked(file.read_bytes(), {})}\n```"


def _weakness(rule: Rule) -> str:
    links = (f"[CWE-{number}](https://cwe.mitre.org/data/definitions/{number}.html)" for number in rule.cwe)
    return f" {', '.join(links)}." if rule.cwe else ""


def _section(title: str, text: str) -> Iterator[str]:
    if text:
        yield f"## {title}"
        yield text


def _shown(title: str, story: Story) -> Iterator[str]:
    yield f"## {title}: {story.title}"
    for path, text in story.files.items():
        language = "toml" if path.endswith(".toml") else "python"
        fence = "`" * max(len(run) + 1 for run in chain(["``"], re.findall(r"`{3,}", text)))
        yield f"`{path}`"
        yield f"{fence}{language}\n{text}\n{fence}"


def _accepting(rule: Rule) -> Iterator[str]:
    if rule.on == "always":
        yield from _section(
            "Leave a file out",
            "No comment can stand in a file that cannot be read. One that isolint shall not read is named in\n"
            "`exclude` of the [configuration](../configuration.md#exclude).",
        )
        return
    key, state = ("extend-select", "on") if rule.on == "strict" else ("ignore", "off")
    yield from _section(
        f"Accept a finding, or switch the rule {state}",
        f"`# isolint: ignore[{rule.code}] reason` accepts one finding; [suppressing](../suppressing.md) tells the\n"
        f'other ways. `{key} = ["{rule.code}"]` in the [configuration](../configuration.md#{key}) switches the rule\n'
        f"{state}. Wherever the code serves, the name `{rule.name}` does too.",
    )


def index(rules: Mapping[str, Rule]) -> str:
    """The page that lists all rules."""
    rows = (
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.summary} | {rule.severity} | {RUNS[rule.on]} | "
        f"{rule.fix.applicability if rule.fix else '-'} |"
        for rule in sorted(rules.values(), key=lambda each: each.code)
    )
    words = (
        "Every rule has a code and a name, and both serve everywhere: on the command line, in the configuration and\n"
        "in comments. ISO0xx is about isolint's own work, ISO1xx about state, ISO2xx about database sessions, ISO3xx\n"
        "about WebSockets, ISO5xx about tests and ISO6xx about end-to-end tests."
    )
    head = "| code | name | flags | severity | runs | fix |\n|---|---|---|---|---|---|"
    return "\n".join(["# Rules", "", words, "", head, *rows, ""])


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` tell which differ: the status is then 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; status 1 when a page differs")
    check = parser.parse_args(arguments).check
    wanted = pages(catalogue(), CASES)
    present = {each.name: each.read_text(encoding="utf-8") for each in PAGES.glob("*.md")}
    different = sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))
    for name in different:
        sys.stdout.write(f"{PAGES.relative_to(ROOT).as_posix()}/{name}: {'differs' if check else 'written'}\n")
        if not check:
            _write(PAGES / name, wanted.get(name))
    return 1 if check and different else 0


def _write(path: Path, text: str | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        path.unlink()
    else:
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
