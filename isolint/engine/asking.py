"""Asking: every rule's question put to a program, a large program's by two processes side by side."""

import multiprocessing
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from isolint.checks import Match
from isolint.engine.interrupts import without_interrupts
from isolint.program import Program
from isolint.rules import Rule

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

LARGE: Final = 1500  # files from which a second process, which knows nothing of the first one's answers, pays


def matches(program: Program, rules: Sequence[Rule], jobs: int) -> Mapping[str, Sequence[Match]]:
    """The matches of each rule by its code; the order within a rule is the check's."""
    asking = [rule for rule in rules if rule.check is not None]
    alone = jobs < 2 or len(program.asked) < LARGE or multiprocessing.current_process().daemon  # noqa: PLR2004  # two
    if alone or "fork" not in multiprocessing.get_all_start_methods():
        return _ask(program, asking)
    return _ask_in_two(program, asking[0::2], asking[1::2])


def _ask(program: Program, rules: Sequence[Rule]) -> dict[str, list[Match]]:
    return {rule.code: list(rule.check.ask(program)) for rule in rules if rule.check is not None}


def _ask_in_two(program: Program, here: Sequence[Rule], there: Sequence[Rule]) -> dict[str, list[Match]]:
    """Half of the rules in a fork of this process; what it does not answer is asked here."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def answer() -> None:
        receiver.close()
        sender.send(_ask(program, there))

    process = context.Process(target=answer, daemon=True)
    with without_interrupts():
        process.start()
    sender.close()
    try:
        own = _ask(program, here)
        other = _received(receiver)
    except BaseException:
        process.terminate()  # or else what was interrupted goes on to its end
        raise
    finally:
        receiver.close()
        process.join()
    return own | (_ask(program, there) if other is None else other)


def _received(receiver: "Connection") -> dict[str, list[Match]] | None:
    """What the other process answers, None where it died."""
    try:
        answer: dict[str, list[Match]] = receiver.recv()
    except EOFError:
        return None
    return answer
