from contextlib import contextmanager
from contextvars import ContextVar

state = ContextVar("state", default={})


@contextmanager
def scope(**values):
    before = state.get()
    current = dict(before)
    current.update(values)
    state.set(current)
    try:
        yield
    finally:
        state.set(before)
