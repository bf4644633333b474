"""Plan: a request, made out before any file is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from isolint.config import Config, with_nested
from isolint.engine.choices import Choices
from isolint.engine.edition import edition
from isolint.engine.packs import PackText, pack_texts
from isolint.engine.request import Request
from isolint.rules import Rule, catalogue, tuned
from isolint.source import Discovery, discover
from isolint.source.options import Runner, read_runner


@dataclass(frozen=True, slots=True)
class Plan:
    """The rules, the texts of the packs, and the paths that are reported on among all that are read.

    `edition` is that of isolint as the run began.
    """

    config: Config
    request: Request
    found: Discovery
    edition: bytes
    rules: Mapping[str, Rule]
    choices: Choices
    packs: tuple[PackText, ...]
    runner: Runner
    paths: tuple[str, ...]
    reported: tuple[str, ...]

    @property
    def asked(self) -> Sequence[Rule]:
        """The rules that run somewhere."""
        return [self.rules[code] for code in sorted(self.choices.ran)]


def planned(config: Config, request: Request) -> Plan:
    """The plan of a request; raises UsageError for what the user can mend."""
    mine = edition()
    found = discover(config, list(request.given), force_exclude=request.force_exclude, cwd=request.cwd)
    config = with_nested(config, {*found.configured, *_folders(request.overlay)})
    rules = tuned(catalogue(), config.parameters, config.file.name if config.file else "configuration")
    return Plan(
        config=config,
        request=request,
        found=found,
        edition=mine,
        rules=rules,
        choices=Choices(config, rules),
        packs=pack_texts(config),
        runner=read_runner(config.root, found.settings),
        paths=tuple(sorted({*found.indexed, *request.overlay})),
        reported=tuple(sorted(request.overlay)) if request.overlay_only else found.reported,
    )


def _folders(overlay: Mapping[str, bytes]) -> set[str]:
    """The folders that hold the files, which discovery need not have passed."""
    return {folder.as_posix() for path in overlay for folder in Path(path).parents if folder.name}
