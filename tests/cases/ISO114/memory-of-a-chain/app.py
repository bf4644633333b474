from flask import Flask, request

from chain import build
from store import retriever

app = Flask(__name__)
chain = build(retriever)


@app.route("/ask", methods=["POST"])
def ask():
    return chain.invoke({"question": request.json["question"]})
