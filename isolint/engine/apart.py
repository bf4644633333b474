"""Apart: a whole run in a process of its own, let go of as soon as a save has made it out of date."""

import contextlib
import multiprocessing
import os
import signal
import sys
from typing import TYPE_CHECKING

from isolint.config import Config
from isolint.engine.interrupts import without_interrupts
from isolint.engine.journey import check
from isolint.engine.request import Request
from isolint.errors import UsageError
from isolint.finding import Report

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


class Apart:
    """A run that has begun; where processes cannot be forked, one that is over."""

    def __init__(self, config: Config, request: Request) -> None:
        self._over: Report | None = None
        if "fork" not in multiprocessing.get_all_start_methods():
            self._over = check(config, request).report
            return
        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(config, request, self._receiver, sender))
        with without_interrupts():
            self._process.start()
        sender.close()

    def done(self) -> bool:
        """Whether `report` has not to be waited for."""
        return self._over is not None or self._receiver.poll()

    def report(self) -> Report:
        """What came of it; raises UsageError for what the user can mend, and where the process died."""
        if self._over is not None:
            return self._over
        try:
            told: Report | UsageError = self._receiver.recv()
        except EOFError:
            raise UsageError("the process that checked all files died") from None
        finally:
            self.drop()
        if isinstance(told, UsageError):
            raise told
        return told

    def drop(self) -> None:
        """Let it go, whether it is done or not."""
        if self._over is None and not self._receiver.closed:
            self._receiver.close()
            self._process.terminate()  # nobody waits until it has let go of what it held


def _work(config: Config, request: Request, receiver: "Connection", sender: "Connection") -> None:
    receiver.close()  # or else what nobody reads any more waits for ever
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit())  # so that its own processes end with it
    told: Report | UsageError
    try:
        told = check(config, request).report
    except UsageError as error:
        told = error
    with contextlib.suppress(OSError):  # who would have read it is gone
        sender.send(told)
    os._exit(0)  # to free what a run has made, one by one, takes most of a second
