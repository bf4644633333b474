import httpx
from flask import Flask, request

from gateway import Gateway

app = Flask(__name__)


@app.route("/invoices")
def invoices():
    gateway = Gateway(request.headers["Authorization"])
    return gateway.log_in(request.form["username"], request.form["password"])


@app.route("/orders")
def orders():
    with httpx.Client() as client:
        client.headers["X-User"] = request.headers["X-User"]
        return client.get("https://billing.example/orders").json()
