import requests
from cachetools import TTLCache
from flask import Flask, request

app = Flask(__name__)
client = requests.Session()


class Shop:
    pass


recent = TTLCache(100, 60)
shops = {"north": Shop()}


@app.get("/page")
def page():
    answer = client.get("https://pages.example")
    answer.encoding = request.args["encoding"]
    return [answer.encoding, answer.text]


@app.get("/word")
def word():
    shops.get("north").word = request.args["word"]  # expect: ISO106
    recent.get("first").word = request.args["word"]  # expect: ISO106
    return [shops["north"].word, recent.get("first").word]
