import flask
import settings
from flask import g, request, session

app = flask.Flask(__name__)


@app.post("/cart")
def cart():
    g.cart.owner = request.args["owner"]
    session.cart.owner = request.args["owner"]
    flask.g.cart.owner = flask.request.args["owner"]
    settings.shop.owner = flask.request.args["owner"]  # expect: ISO106
    return flask.g.cart.owner + settings.shop.owner
