from contextvars import ContextVar
from threading import local

from flask import Flask, request

app = Flask(__name__)
tenant = ContextVar("tenant", default=None)
state = local()


@app.get("/orders")
def orders():
    tenant.set(request.args["tenant"])
    state.user = request.args["user"]
    return load()


@app.teardown_request
def end(error):
    tenant.set(None)
    if hasattr(state, "user"):
        del state.user


def load():
    return [tenant.get(), state.user]
