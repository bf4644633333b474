from flask import Flask, request

app = Flask(__name__)
state = {"last_search": None}


@app.post("/search")
def search():
    state["last_search"] = request.form["q"]  # expect: ISO103
    return "found"


@app.get("/again")
def again():
    return state["last_search"]
