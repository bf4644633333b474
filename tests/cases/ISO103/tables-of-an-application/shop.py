from datetime import datetime

from flask import Flask, current_app, g, render_template, request, session

app = Flask(__name__)
app.config["CURRENCY"] = "EUR"
app.config.update(PAGE=20)
app.extensions["carts"] = {}


@app.before_request
def prepare():
    g.user = session.get("user")
    app.jinja_env.globals["user"] = session.get("user")  # expect: ISO103
    app.jinja_env.filters["shout"] = str.upper


@app.post("/login")
def login():
    app.config["CURRENT_USER"] = request.form["user"]  # expect: ISO103
    app.config.update(THEME=request.form["theme"])
    return render_template("home.html")


@app.post("/language")
def language():
    current_app.jinja_env.globals.update(language=request.form["language"])  # expect: ISO106
    current_app.extensions["language"] = request.form["language"]  # expect: ISO106
    current_app.config["LANGUAGE"] = request.form["language"]  # expect: ISO106
    return render_template("home.html")


@app.post("/cart")
def fill():
    current_app.extensions["carts"][session["user_id"]] = request.form["item"]
    return {"cart": current_app.extensions["carts"][session["user_id"]]}


@app.get("/")
def home():
    app.config["STARTED"] = datetime.now()
    values = dict(app.config)
    values["who"] = request.args["who"]
    return render_template("home.html", user=g.user, values=values)
