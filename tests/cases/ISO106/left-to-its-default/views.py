from flask import Flask, jsonify

app = Flask(__name__)


class Shop:
    word = ""


shop = Shop()


@app.get("/find/<word>")
@app.get("/find")
def find(word="tea"):
    shop.word = word  # expect: ISO106
    return jsonify([shop.word])
