import logging
import re
import threading
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import NamedTuple

MISSING = object()


class Color(Enum):
    RED = 1


class Point(NamedTuple):
    x: int = 0


@dataclass(frozen=True)
class Options:
    depth: int = 3


class Policy:
    def __init__(self, retries=3):
        self.retries = retries
        self.codes = [500, 502]

    def allows(self, count):
        return count < self.retries


class Job:
    def __init__(
        self, color=Color(1), point=Point(), options=Options(), policy=Policy(), wait=timedelta(seconds=1),
        price=Decimal("1"), folder=Path(), lock=threading.Lock(), log=logging.getLogger("job"),
        pattern=re.compile("x"), missing=MISSING, key=lambda x: x, names=tuple(), sentinel=object(),
    ):
        self.color, self.point, self.options, self.policy = color, point, options, policy
        self.wait = wait
        self.price = price
        self.folder = folder
        self.lock = lock
        self.log = log
        self.pattern = pattern
        self.missing = missing
        self.key = key
        self.names = names
        self.sentinel = sentinel
        self.point = point
        self.policy = policy
        self.options = options
