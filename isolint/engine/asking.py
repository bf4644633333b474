"""Asking: every rule's question put to a program, a large program's by several processes side by side."""

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from isolint.engine.answers import answered, ranked
from isolint.engine.interrupts import without_interrupts
from isolint.engine.lines import Lines, Told
from isolint.finding import Finding
from isolint.program import Program
from isolint.rules import Rule

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

LARGE: Final = 1500  # files from which a second process pays, which finds out for itself what the first one knows
MOST: Final = 2  # processes, for that reason

Answers = tuple[Mapping[int, Sequence[Finding]], Told]  # and what was read for them


def findings(program: Program, rules: Sequence[Rule], lines: Lines, jobs: int = 1) -> tuple[Finding, ...]:
    """The findings of all rules, at every confidence, sorted by place."""
    groups = _groups(rules)

    def answer(number: int) -> Sequence[Finding]:
        return [finding for rule in groups[number] for finding in answered(program, rule, lines.text)]

    alone = jobs < 2 or len(program.asked) < LARGE or multiprocessing.current_process().daemon  # noqa: PLR2004  # two
    if alone or "fork" not in multiprocessing.get_all_start_methods():
        return ranked([finding for number in range(len(groups)) for finding in answer(number)])
    return ranked(_by_several(answer, lines, len(groups), jobs))


def _groups(rules: Sequence[Rule]) -> Sequence[Sequence[Rule]]:
    """The rules, those together whose checks share what they find out; the largest groups first."""
    groups: dict[str, list[Rule]] = {}
    for rule in rules:
        groups.setdefault(getattr(rule.check, "shares", rule.code), []).append(rule)
    return sorted(groups.values(), key=len, reverse=True)


def _by_several(answer: Callable[[int], Sequence[Finding]], lines: Lines, number: int, jobs: int) -> Sequence[Finding]:
    """Each answer by this process or a fork of it, whichever is free; what a fork does not answer is asked here."""
    context = multiprocessing.get_context("fork")
    following = context.Value("i", 0)

    def free() -> Iterator[int]:
        while True:
            with following.get_lock():
                mine = following.value
                following.value += 1
            if mine >= number:
                return
            yield mine

    def work(receiver: "Connection", sender: "Connection") -> None:
        receiver.close()
        sender.send(({each: answer(each) for each in free()}, lines.told()))

    others = []
    for _ in range(min(jobs, MOST) - 1):
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=work, args=(receiver, sender), daemon=True)
        with without_interrupts():
            process.start()
        sender.close()
        others.append((process, receiver))
    try:
        found = {each: answer(each) for each in free()}
        for _, receiver in others:
            answers, told = _received(receiver)
            found.update(answers)
            lines.learn(told)
    except BaseException:
        for process, _ in others:
            process.terminate()  # or else what was interrupted goes on to its end
        raise
    finally:
        for process, receiver in others:
            receiver.close()
            process.join()
    return [one for each in range(number) for one in (found[each] if each in found else answer(each))]


def _received(receiver: "Connection") -> Answers:
    """What another process answers, nothing where it died."""
    try:
        found: Answers = receiver.recv()
    except EOFError:
        return {}, {}
    return found
