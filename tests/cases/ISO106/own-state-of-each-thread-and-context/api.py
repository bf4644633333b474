import threading
from contextvars import ContextVar

from flask import Flask, g, request

app = Flask(__name__)
local = threading.local()
current = ContextVar("current")


@app.before_request
def begin():
    local.user = request.headers["X-User"]
    g.user = local.user
    current.set(g.user)


@app.get("/")
def home():
    return {"user": local.user, "again": g.user, "and": current.get()}
