"""Status: what a run comes to, as other programs read it."""

from enum import IntEnum


class Status(IntEnum):
    """Exit statuses; FAILED is for misuse, bad configuration, a crash, and files on which a worker died."""

    CLEAN = 0
    FOUND = 1
    FAILED = 2
    INTERRUPTED = 130
