import argparse

from flask import Flask

from models import Session
from shared import session

parser = argparse.ArgumentParser()
parser.add_argument("--port", type=int)
app = Flask(__name__)
own = Session()  # expect: ISO202


@app.get("/")
def names():
    return [*own.query("names"), *session.query("names")]


app.run(port=parser.parse_args().port)
