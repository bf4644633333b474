"""Plan: a request, made out before any file is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from isolint.config import Config, with_nested
from isolint.engine.choices import Choices
from isolint.engine.packs import PackText, own_texts
from isolint.engine.request import Request
from isolint.engine.supplied import Supplied, supplied
from isolint.rules import Rule, tuned
from isolint.source import Discovery, discover
from isolint.source.options import Runner, read_runner


@dataclass(frozen=True, slots=True)
class Plan:
    """The rules, the texts of the packs, and the paths that are reported on among all that are read.

    `supplied` is what isolint brings along, as the run began; `rules` are tuned as the project wants them.
    """

    config: Config
    request: Request
    found: Discovery
    supplied: Supplied
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


def planned(config: Config, request: Request, own: Supplied | None = None) -> Plan:
    """The plan of a request, for an isolint that may be read already; raises UsageError for what the user can mend."""
    own = own or supplied()
    found = discover(config, list(request.given), force_exclude=request.force_exclude, cwd=request.cwd)
    config = with_nested(config, {*found.configured, *_folders(request.overlay)})
    rules = tuned(own.rules, config.parameters, config.file.name if config.file else "configuration")
    return Plan(
        config=config,
        request=request,
        found=found,
        supplied=own,
        rules=rules,
        choices=Choices(config, rules),
        packs=(*own.packs, *own_texts(config)),
        runner=read_runner(config.root, found.settings),
        paths=tuple(sorted({*found.indexed, *request.overlay})),
        reported=tuple(sorted(request.overlay)) if request.overlay_only else found.reported,
    )


def _folders(overlay: Mapping[str, bytes]) -> set[str]:
    """The folders that hold the files, which discovery need not have passed."""
    return {folder.as_posix() for path in overlay for folder in Path(path).parents if folder.name}
