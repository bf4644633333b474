from contextvars import ContextVar

from flask import Flask, request

app = Flask(__name__)
guest = ContextVar("guest", default=None)
names = []


@app.before_request
def begin():
    if "guest" in request.args:
        guest.set(request.args["guest"])  # expect: ISO402
        names.append("guest")


def remember(name):
    guest.set(name)  # expect: ISO402
    names.append("guest")


@app.get("/rooms")
def rooms():
    remember(request.args["name"])
    return [guest.get()]
