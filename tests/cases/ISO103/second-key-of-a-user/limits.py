from collections import defaultdict

from flask import Flask, request

from accounts import current_account

app = Flask(__name__)
counts = defaultdict(dict)
drafts = {}
searches = {}
labels = defaultdict(dict)


@app.post("/uploads/<kind>")
def upload(kind):
    found = current_account()
    whose = None
    if found:
        whose = found.get("email")
    seen = counts[kind].get(whose, {"count": 0})
    seen["last"] = request.form["name"]
    counts[kind][whose] = seen
    return seen


@app.post("/drafts/<kind>")
def draft(kind):
    drafts.setdefault(kind, {})[request.headers["X-User-Id"]] = request.form["text"]
    return drafts[kind][request.headers["X-User-Id"]]


@app.post("/searches/<kind>")
def search(kind):
    searches.setdefault(kind, {})[request.form["words"]] = request.form["order"]  # expect: ISO103
    return searches[kind]


@app.post("/labels/<kind>")
def label(kind):
    labels[kind][request.form["user_agent"]] = request.form["label"]  # expect: ISO103
    return labels[kind]
