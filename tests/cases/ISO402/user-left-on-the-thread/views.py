from threading import local

from flask import Flask, request

app = Flask(__name__)
caller = local()
shop = local()


@app.before_request
def begin():
    caller.user = request.headers.get("X-User")
    shop.tenant = request.headers.get("X-Tenant")


@app.teardown_request
def end(error):
    shop.tenant = None


@app.get("/orders")
def orders():
    return [caller.user, shop.tenant]
