import shop.shared as shared
from flask import Flask, request
from shop import shared as again

app = Flask(__name__)


@app.post("/chat")
def chat():
    shared.history = shared.history + [request.json["text"]]  # expect: ISO104
    again.tenant = request.headers["X-Tenant"]  # expect: ISO104
    setattr(shared, "currency", request.json["currency"])  # expect: ISO104
    return {"history": shared.history, "tenant": shared.tenant, "in": shared.currency}
