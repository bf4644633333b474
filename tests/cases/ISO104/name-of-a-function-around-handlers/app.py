from flask import Flask, request


def create_app():
    app = Flask(__name__)
    user = None
    requests = 0

    @app.before_request
    def who():
        nonlocal user, requests
        user = request.headers["X-User"]  # expect: ISO104
        requests += 1

    @app.route("/me")
    def me():
        theme = None

        def choose():
            nonlocal theme
            theme = request.cookies["theme"]

        choose()
        return {"user": user, "theme": theme}

    return app
