from contextlib import contextmanager
from contextvars import ContextVar
from threading import local

from flask import Flask, request

app = Flask(__name__)
tenant = ContextVar("tenant", default=None)
state = local()


@contextmanager
def acting_for(name):
    token = tenant.set(name)
    try:
        yield
    finally:
        tenant.reset(token)


class Acting:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.before = getattr(state, "name", None)
        state.name = self.name

    def __exit__(self, *error):
        state.name = self.before


@app.get("/orders")
def orders():
    with acting_for(request.args["tenant"]), Acting(request.args["user"]):
        return [tenant.get(), state.name]
