from copy import copy
from dataclasses import dataclass, field
from typing import Callable, ClassVar

from somewhere import Base, Meta, documented


class Declared:
    names: ClassVar[list[str]] = []
    NAMES = []
    __names__ = []

    def add(self, name):
        self.names.append(name)
        self.NAMES.append(name)
        self.__names__.append(name)


class Spoken:
    names = []
    words = []
    lines = []

    def add(self, name):
        self.names.append(name)
        self.words.append(name)
        self.lines.append(name)

    @classmethod
    def all(cls):
        return cls.names

    def known(self):
        return type(self).words


def every():
    return Spoken.lines


class Hooks:
    before = []
    after = []
    around = {}
    handlers = []
    checks = []

    def on_start(self, hook):
        self.before.append(hook)

    def start(self):
        for hook in self.before:
            hook()

    def on_stop(self, hook: Callable[[], None]):
        self.after.append(hook)

    def wrap(self, function):
        self.handlers.append(function)
        return function

    def check(self, name):
        def decorated(function):
            self.checks.append((name, function))
            return function

        return decorated


class Bound:
    items = []
    lines = []
    rows = None
    notes = []

    def reset(self):
        self.items = []
        self.notes = [*self.notes]

    def add(self, item):
        self.items.append(item)
        self.lines.append(item)
        self.notes.append(item)
        rows = self.rows or []
        rows.append(item)

    def load(self, rows):
        self.rows = rows


class Longer(Bound):
    def __init__(self):
        self.lines = []


class ByName:
    items = []

    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def add(self, item):
        self.items.append(item)


class Borg:
    state = {}

    def __init__(self):
        self.__dict__ = self.state

    def put(self, value):
        self.state["value"] = value


class Own:
    items = []

    def __init__(self):
        vars(self).update(items=copy(self.items))

    def add(self, item):
        self.items.append(item)


class Member:
    everybody = []

    def __init__(self, name):
        self.everybody.append(name)

    def rename(self, name):
        self.name = name


class Single:
    lines = []

    def write(self, line):
        self.lines.append(line)


OUTPUT = Single()


class Made(metaclass=Meta):
    items = []

    def add(self, item):
        self.items.append(item)


class Derived(Base):
    items: list = []

    def add(self, item):
        self.items.append(item)


@documented
class Decorated:
    items: list = []

    def add(self, item):
        self.items.append(item)


@dataclass
class Order:
    lines: list = field(default_factory=list)

    def add(self, line):
        self.lines.append(line)


def make():
    class Local:
        items = []

        def add(self, item):
            self.items.append(item)

    return Local()


class Prices:
    known = {}
    by_user = {}
    users = set()
    counts = {"asked": 0}
    cache = []

    def price(self, name):
        if name not in self.known:
            self.known[name] = name.lower()
        self.counts["asked"] += 1
        return self.known[name]

    def bought(self, user_id, thing):
        self.by_user[user_id] = thing
        self.by_user.setdefault(user_id, []).append(thing)
        self.users.add(user_id)

    def remember(self, thing):
        self.cache.append(thing)


class Run:
    steps = []

    def begin(self):
        self.steps.clear()

    def step(self, name):
        self.steps.append(name)
        local = list(self.steps)
        local.append(name)
        part = self.steps[:]
        part.append(name)
