from flask import Blueprint, request
from jinja2 import Environment, PackageLoader

bp = Blueprint("letters", __name__)
env = Environment(loader=PackageLoader("shop"))
env.globals.update(shop="Corner")


@bp.post("/letters")
def letter():
    env.globals.update(name=request.form["name"])  # expect: ISO103
    return env.get_template("letter.html").render()


@bp.post("/cards")
def card():
    return env.get_template("card.html").render(name=request.form["name"])


@bp.post("/own")
def own():
    drawn = Environment(loader=PackageLoader("cards"))
    drawn.globals["name"] = request.form["name"]
    return drawn.get_template("card.html").render()
