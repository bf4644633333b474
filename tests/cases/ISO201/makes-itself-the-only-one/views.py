from flask import Flask
from orders import Orders

app = Flask(__name__)


@app.get("/orders")
def orders():
    return Orders().db.query("orders").all()
