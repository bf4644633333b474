import requests
from flask import Flask, request

app = Flask(__name__)
session = requests.Session()
LOGIN = "https://campus.example/login"


@app.route("/grades", methods=["POST"])
def grades():
    session.post(LOGIN, data={"username": request.form["username"], "password": request.form["password"]})  # expect: ISO207
    return session.get("https://campus.example/grades").text
