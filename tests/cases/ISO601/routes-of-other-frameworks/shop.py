import flask
from flask_login import login_required

shop = flask.Blueprint("shop", __name__, url_prefix="/shop")
app = flask.Flask(__name__)


@shop.route("/offers")
def offers():
    return []


@shop.route("/orders/<int:number>")
@login_required
def order(number):
    return {"number": number}


app.register_blueprint(shop)
