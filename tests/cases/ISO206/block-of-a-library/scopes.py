from contextlib import contextmanager
from threading import local

state = local()


@contextmanager
def scope(**values):
    before = getattr(state, "scope", {})
    current = dict(before)
    current.update(values)
    state.scope = current  # expect: ISO206
    try:
        yield
    finally:
        state.scope = before


@contextmanager
def tenant(tenant_id):
    state.tenant = tenant_id  # expect: ISO206
    yield
    del state.tenant


@contextmanager
def quiet(enabled=True):
    state.quiet = enabled
    yield
    state.quiet = False


def get_scope():
    return dict(getattr(state, "scope", {}))
