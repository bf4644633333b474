import threading

from flask import Flask, request
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

app = Flask(__name__)
Session = scoped_session(sessionmaker(create_engine("postgresql://shop")))
state = threading.local()


@app.before_request
def begin():
    state.user = request.headers["X-User"]


@app.teardown_appcontext
def end(error):
    Session.remove()
    state.user = None


@app.get("/orders")
def orders():
    return Session.query("orders").filter_by(user=state.user).all()
