"""Executors: the options that say where files are lowered."""

from dataclasses import dataclass
from typing import Final

import click

from isolint.cli.gathering import gathered
from isolint.cli.words import OneOf
from isolint.engine.executors import EXECUTORS, lowering
from isolint.engine.jobs import Lowering

_OPTIONS: Final = (
    click.option("--executor", type=OneOf(EXECUTORS), metavar="|".join(EXECUTORS), default=EXECUTORS[0],
                 help="Lower files in processes of this machine, or on a cluster."),
    click.option("--scheduler", metavar="ADDRESS", default="", help="Where the cluster is, as tcp://host:8786."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Executors:
    """What was asked for."""

    executor: str
    scheduler: str

    def lowering(self) -> Lowering:
        """The way of lowering; raises UsageError where options do not go together, or something is not installed."""
        cluster = self.executor != EXECUTORS[0]
        if cluster != bool(self.scheduler):
            needs = f"--executor {self.executor} needs --scheduler" if cluster else "--scheduler needs --executor dask"
            raise click.UsageError(needs, click.get_current_context())
        return lowering(self.executor, self.scheduler)


with_executors: Final = gathered("executors", Executors, _OPTIONS)
