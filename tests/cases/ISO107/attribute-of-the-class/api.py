from context import Context, use
from flask import Flask, request

app = Flask(__name__)


@app.before_request
def begin():
    Context.path = request.path  # expect: ISO107
    Context.enter(request.headers["X-Tenant"])
    use(request.headers["X-Language"])
    setattr(Context, "agent", request.headers["User-Agent"])  # expect: ISO107


@app.get("/")
def home():
    return Context.describe()
