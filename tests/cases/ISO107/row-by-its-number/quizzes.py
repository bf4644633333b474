from flask import Flask, request
from flask_sqlalchemy import SQLAlchemy
from peewee import Model

app = Flask(__name__)
db = SQLAlchemy(app)


class Quiz(db.Model):
    kept = {}

    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(30))

    def rename(self, name):
        self.query.get(1).name = name


class Page(Model):
    pass


@app.post("/quiz")
def first():
    quiz = Quiz.query.get(1)
    quiz.name = request.json["name"]
    Page.get(1).title = request.json["name"]
    Page.objects.get(1).title = request.json["name"]
    quiz.rename(request.json["name"])
    db.session.commit()
    return {"name": quiz.name, "title": Page.objects.get(1).title}


@app.post("/last")
def last():
    Quiz.kept["last"] = request.json["name"]  # expect: ISO107
    return Quiz.kept
