from flask import Flask, g, request, session

app = Flask(__name__)


@app.before_request
def who():
    g.user = request.headers["X-User"]
    session["seen"] = request.path
    session.setdefault("pages", []).append(request.path)


@app.get("/")
def home():
    rows = []
    rows.append(g.user)
    return {"rows": rows, "seen": session["seen"]}
