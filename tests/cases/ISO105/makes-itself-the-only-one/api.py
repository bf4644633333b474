from flask import Flask, request
from tracker import Tracker

app = Flask(__name__)


@app.post("/visit")
def visit():
    tracker = Tracker()
    tracker.visited(request.form["page"])
    return {"pages": tracker.pages}
