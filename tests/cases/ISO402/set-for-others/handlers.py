from contextvars import ContextVar

from flask import Flask, request

app = Flask(__name__)
room = ContextVar("room", default=None)


def tell(names):
    room.set(names)  # expect: ISO402
    names.append(room.get())


@app.get("/floors")
def floors():
    tell(request.args.getlist("floor"))
    return [room.get()]
