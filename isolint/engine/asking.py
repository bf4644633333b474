"""Asking: every rule's question put to a program, a large program's by two processes side by side."""

import multiprocessing
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    return _ask_in_two(program, asking)


def _ask(program: Program, rules: Iterable[Rule]) -> dict[str, list[Match]]:
    return {rule.code: list(rule.check.ask(program)) for rule in rules if rule.check is not None}


def _ask_in_two(program: Program, rules: Sequence[Rule]) -> dict[str, list[Match]]:
    """Each rule here or in a fork of this process, whichever is free; what that does not answer is asked here."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    following = context.Value("i", 0)
    groups = _groups(rules)

    def free() -> Iterator[Rule]:
        while True:
            with following.get_lock():
                number = following.value
                following.value += 1
            if number >= len(groups):
                return
            yield from groups[number]

    def answer() -> None:
        receiver.close()
        sender.send(_ask(program, free()))

    process = context.Process(target=answer, daemon=True)
    with without_interrupts():
        process.start()
    sender.close()
    try:
        own = _ask(program, free())
        other = _received(receiver)
    except BaseException:
        process.terminate()  # or else what was interrupted goes on to its end
        raise
    finally:
        receiver.close()
        process.join()
    left = [rule for rule in rules if rule.code not in own and rule.code not in other]
    return own | other | _ask(program, left)


def _groups(rules: Sequence[Rule]) -> Sequence[Sequence[Rule]]:
    """The rules, those together whose checks share what they find out; the largest groups first."""
    groups: dict[str, list[Rule]] = {}
    for rule in rules:
        groups.setdefault(getattr(rule.check, "shares", rule.code), []).append(rule)
    return sorted(groups.values(), key=len, reverse=True)


def _received(receiver: "Connection") -> dict[str, list[Match]]:
    """What the other process answers, nothing where it died."""
    try:
        answer: dict[str, list[Match]] = receiver.recv()
    except EOFError:
        return {}
    return answer
