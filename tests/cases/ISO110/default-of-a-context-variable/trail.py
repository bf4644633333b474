from collections import defaultdict
from contextvars import ContextVar

steps: ContextVar[list] = ContextVar("steps", default=[])  # expect: ISO110
labels = ContextVar("labels", default={})  # expect: ISO110
counts = ContextVar("counts", default=defaultdict(int))  # expect: ISO110
names = ContextVar("names", default=[])
notes = ContextVar("notes", default={})
visits = ContextVar("visits")
marks = ContextVar("marks", default=())
hints = ContextVar("hints", default=None)
rooms = ContextVar("rooms", default=[])


def went(step):
    steps.get().append(step)


def label(name, value):
    found = labels.get()
    found[name] = value
    return found


def name_it(name):
    names.set([*names.get(), name])
    return sorted(names.get())


def note(key, text):
    found = dict(notes.get())
    found[key] = text
    notes.set(found)


def visit(place):
    visits.get().append(place)
    rooms.get([]).append(place)
    return marks.get()


def hint(text):
    found = hints.get() or []
    found.append(text)
    hints.set(found)


def enter(room):
    rooms.set([])
    rooms.get().append(room)
