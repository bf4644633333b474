from flask import Flask, request


def build(settings):
    app = Flask(__name__)
    prices = {}
    for name in settings:
        prices[name] = settings[name]

    @app.route("/price")
    def price():
        found = {}
        found["price"] = prices.get(request.args["name"])
        return found

    return app
