import flask
import requests

app = flask.Flask(__name__)
catalogue = requests.Session()
catalogue.headers["X-Shop"] = "acme"


@app.get("/orders")
def orders():
    catalogue.headers["Authorization"] = flask.request.headers["Authorization"]  # expect: ISO207
    return catalogue.get("https://shop.example/orders").json()


@app.get("/prices")
def prices():
    catalogue.headers["X-Region"] = flask.current_app.config["REGION"]
    return catalogue.get("https://shop.example/prices").json()
