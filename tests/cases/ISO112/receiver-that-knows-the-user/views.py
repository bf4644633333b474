from blinker import signal
from flask import Flask, request

app = Flask(__name__)
ordered = signal("ordered")


@app.post("/orders")
def orders():
    user = request.headers["X-User"]

    def tell(sender):
        print(sender, user)

    ordered.connect(tell, weak=False)  # expect: ISO112
    ordered.send(app)
    return "ordered"


@app.post("/parcels")
def parcels():
    def count(sender):
        print(sender)

    ordered.connect(count)
    return request.headers["X-User"]
