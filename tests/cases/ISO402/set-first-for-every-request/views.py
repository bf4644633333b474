from contextvars import ContextVar
from threading import local

from flask import Flask, g, request

app = Flask(__name__)
tenant = ContextVar("tenant", default=None)
coupon = ContextVar("coupon", default=None)
state = local()


@app.before_request
def begin():
    tenant.set(request.headers.get("X-Tenant"))
    state.path = request.path
    if "coupon" in request.args:
        coupon.set(request.args["coupon"])  # expect: ISO402


@app.get("/orders")
def orders():
    return [tenant.get(), coupon.get(), state.path, g.user]
