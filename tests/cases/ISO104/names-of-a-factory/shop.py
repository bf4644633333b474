from flask import Flask, abort, request


def create_app():
    app = Flask(__name__)
    user = None
    orders = 0
    ready = False

    def remember(name):
        nonlocal user
        user = name  # expect: ISO104

    @app.before_request
    def prepare():
        nonlocal ready, orders
        if not ready:
            ready = True
        orders += 1

    @app.post("/login")
    def login():
        remember(request.form["user"])
        return "welcome"

    @app.get("/orders")
    def mine():
        if user is None:
            abort(401)
        return {"orders": orders, "of": user}

    return app
