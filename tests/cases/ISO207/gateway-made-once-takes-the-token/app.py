from flask import Flask, request

from gateway import Gateway

app = Flask(__name__)
gateway = Gateway("https://billing.example")


@app.route("/invoices")
def invoices():
    gateway.speak_for(request.headers["Authorization"])
    gateway.forward(request.remote_addr)
    return gateway.fetch("/invoices")
