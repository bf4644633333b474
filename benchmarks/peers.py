"""Peers: other tools that ask about state, each a row of data, and what each is asked here."""
# ruff: noqa: INP001

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

RULES: Final = Path(__file__).with_name("peer_rules")
RUFF: Final = "B006,B008,B019,B039,RUF006,RUF008,RUF009,RUF012,PLW0602,PLW0603,PLW0604"


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool: its name, its program, what it is asked, and how; `{tree}`, `{jobs}` and `{rules}` are filled in.

    `needs` is what its version tells if all that is asked for is installed.
    """

    name: str
    program: str
    asked: str
    words: Sequence[str]
    good: Collection[int] = (0, 1)
    version: Sequence[str] = ("--version",)
    needs: str = ""

    def filled(self, tree: Path, jobs: int) -> tuple[str, ...]:
        """The words after the program."""
        return tuple(word.format(tree=tree, jobs=jobs, rules=RULES) for word in self.words)


PEERS: Final = (
    Peer(
        "ruff",
        "ruff",
        f"its rules about state, {len(RUFF.split(','))} of them",
        ("check", "--no-cache", "--isolated", "--select", RUFF, "{tree}"),
    ),
    Peer(
        "ast-grep",
        "ast-grep",
        "two rules: `global`, mutable default",
        ("scan", "--rule", "{rules}/ast-grep.yml", "--no-ignore", "hidden", "--no-ignore", "vcs", "{tree}"),
    ),
    Peer(
        "fp-checker",
        "fp-checker",
        "three rules: global state, `global`, mutable default",
        ("check", "--rule", "mutable_global_state,global_nonlocal_usage,mutable_default_argument", "{tree}"),
        version=("--help",),
    ),
    Peer(
        "semgrep",
        "semgrep",
        "two rules: `global`, mutable default",
        (
            *("scan", "--config", "{rules}/semgrep.yml", "--jobs", "{jobs}", "--quiet"),
            *("--metrics=off", "--disable-version-check"),
            *("--no-git-ignore", "--x-ignore-semgrepignore-files", "--max-target-bytes", "0"),  # or tests are left out
            "{tree}",
        ),
        version=("--disable-version-check", "--version"),  # or it asks the network for a newer one
    ),
    Peer(
        "pylint",
        "pylint",
        "two checks: `global`, mutable default",
        (
            *("--rcfile=", "--recursive=y", "--persistent=n", "--jobs", "{jobs}"),
            *("--disable=all", "--enable=global-statement,dangerous-default-value", "{tree}"),
        ),
        good=range(32),  # a sum of bits that tell what was found
    ),
    Peer("bandit", "bandit", "all its tests", ("--quiet", "--recursive", "{tree}")),
    Peer(
        "flake8",
        "flake8",
        "flake8-bugbear alone",
        ("--isolated", "--select", "B", "--jobs", "{jobs}", "{tree}"),
        needs="flake8-bugbear",
    ),
)
