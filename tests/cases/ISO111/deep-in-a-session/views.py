from flask import Flask, g, request, session
from prices import table

app = Flask(__name__)


@app.post("/name")
def name():
    g.order.customer.name = request.form["name"]
    session.basket.owner = request.form["name"]
    table.current.owner = request.form["name"]  # expect: ISO106
    return [g.order.customer.name, table.current.owner]
