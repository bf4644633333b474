import flask

app = flask.Flask(__name__)
words = []
paths = []


@app.get("/find")
def find():
    words.append(flask.request.args["word"])  # expect: ISO103
    paths.append(flask.current_app.name)
    flask.g.words = flask.request.args["word"]
    return flask.jsonify([words, paths])
