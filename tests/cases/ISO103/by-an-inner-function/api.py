from flask import Flask, request

app = Flask(__name__)
answers = []


@app.post("/quiz")
def quiz():
    name = request.form["name"]

    def keep(answer):
        answers.append((name, answer))  # expect: ISO103

    for answer in request.form.getlist("answer"):
        keep(answer)
    return {"so far": answers}
