"""Stale: what the baseline records and a run has not found any more."""

from isolint.baseline import read, split
from isolint.config import Config
from isolint.engine.journey import Outcome


def stale_entries(config: Config, outcome: Outcome) -> tuple[str, ...]:
    """A line for each entry of the baseline that the run could have found and has not, or not so often."""
    path = config.root / config.baseline
    if not path.exists():
        return ()
    baseline = read(path)
    indexed = {unit.path for unit in outcome.program.units}
    seen = {*outcome.reported, *(each for each in baseline.entries if each not in indexed)}
    return split(outcome.every, baseline, seen, outcome.rules.keys()).stale
