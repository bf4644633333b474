from contextvars import ContextVar

from flask import Flask, request

app = Flask(__name__)
tenant = ContextVar("tenant")


@app.get("/orders")
def orders():
    token = tenant.set(request.headers["X-Tenant"])  # expect: ISO402
    found = load()
    tenant.reset(token)
    return found


def load():
    return [tenant.get()]
