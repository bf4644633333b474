import flask
from flask_login import current_user, login_required

app = flask.Flask(__name__)


@app.route("/users/<user_id>")
def user(user_id):  # expect: ISO610
    return user_id


@app.route("/users/<user_id>/orders")
@login_required
def orders(user_id):
    return user_id


@app.route("/users/<user_id>/bills")
def bills(user_id):
    if current_user.id != user_id:
        return ""
    return user_id
