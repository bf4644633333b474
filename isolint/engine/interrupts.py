"""Interrupts: they are for the process that the user started, not for those that it starts itself."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_interrupts() -> Iterator[None]:
    """Processes that are started inside never see an interrupt, and this one sees it at the end.

    A terminal interrupts all processes of a run, and one that has just begun has no time to say that it does not care.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
