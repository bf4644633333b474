from decorators import Decorators
from flask import Flask, g, request

app = Flask(__name__)
guard = Decorators()


@app.before_request
def verify():
    token = request.headers["Authorization"]
    user_id = app.verifier.user_of(token)
    guard.user = user_id  # expect: ISO106
    guard.page = request.path
    guard._last = user_id
    g.user_id = user_id
    return None
