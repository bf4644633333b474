"""Each request has a table of its own."""

from flask import Flask, request


def create_app():
    app = Flask(__name__)
    limits = {"rows": 10}

    @app.get("/search")
    def search():
        found = []

        def add(row):
            found.append((row, request.args["q"]))

        for row in range(limits["rows"]):
            add(row)
        return found

    return app
