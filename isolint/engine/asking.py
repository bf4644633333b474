"""Asking: every rule's question put to a program, a large program's by two processes side by side."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
SUITES: Final = "ISO5"  # how the codes of rules about suites begin, which look at other things than those before

Answers = tuple[Mapping[int, Sequence[Finding]], Told]  # and what was read for them


def findings(program: Program, rules: Sequence[Rule], lines: Lines, jobs: int = 1) -> tuple[Finding, ...]:
    """The findings of all rules, at every confidence, sorted by place."""
    groups = _groups(rules)

    def answer(number: int) -> Sequence[Finding]:
        return [finding for rule in groups[number] for finding in answered(program, rule, lines.text)]

    if jobs < 2 or len(program.asked) < LARGE or not _forks():  # noqa: PLR2004  # two
        return ranked([finding for number in range(len(groups)) for finding in answer(number)])
    return ranked(_by_two(answer, lines, len(groups)))


def _forks() -> bool:
    """Whether this process may fork; what that takes is loaded only where it pays."""
    import multiprocessing

    return not multiprocessing.current_process().daemon and "fork" in multiprocessing.get_all_start_methods()


def _groups(rules: Sequence[Rule]) -> Sequence[Sequence[Rule]]:
    """The rules, those together whose checks share what they find out, and near each other those that look at the same.

    So those about the application stand at one end, and those about how tests leave things at the other.
    """
    groups: dict[str, list[Rule]] = {}
    for rule in sorted(rules, key=lambda rule: (rule.code.startswith(SUITES), rule.code)):
        groups.setdefault(getattr(rule.check, "shares", rule.code), []).append(rule)
    return tuple(groups.values())


def _by_two(answer: Callable[[int], Sequence[Finding]], lines: Lines, number: int) -> Sequence[Finding]:
    """Each answer by this process or a fork of it, from either end; what the fork does not answer is asked here."""
    import multiprocessing

    context = multiprocessing.get_context("fork")
    taken = context.Value("i", 0)

    def free(ends: Iterable[int]) -> Iterator[int]:
        for mine in ends:
            with taken.get_lock():
                taken.value += 1
                if taken.value > number:
                    return
            yield mine

    def work(receiver: "Connection", sender: "Connection") -> None:
        receiver.close()
        sender.send(({each: answer(each) for each in free(range(number)[::-1])}, lines.told()))

    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(receiver, sender), daemon=True)
    with without_interrupts():
        process.start()
    sender.close()
    try:
        found = {each: answer(each) for each in free(range(number))}
        answers, told = _received(receiver)
        found.update(answers)
        lines.learn(told)
    except BaseException:
        process.terminate()  # or else what was interrupted goes on to its end
        raise
    finally:
        receiver.close()
        process.join()
    return [one for each in range(number) for one in (found[each] if each in found else answer(each))]


def _received(receiver: "Connection") -> Answers:
    """What another process answers, nothing where it died, be it in the middle of telling."""
    try:
        found: Answers = receiver.recv()
    except (EOFError, OSError):
        return {}, {}
    return found
