import redis
from flask import Flask, jsonify, request, session

app = Flask(__name__)
store = redis.Redis()


@app.route("/login", methods=["POST"])
def login():
    store.set("profile", session["user_id"])  # expect: ISO108
    store.set("seen", session["user_id"])
    store.set("banner", request.json["banner"])
    store.setex(f"profile:{session['user_id']}", 60, session["user_id"])
    return jsonify({})


@app.route("/me")
def me():
    return jsonify(profile=store.get("profile"), banner=store.get("banner"))
