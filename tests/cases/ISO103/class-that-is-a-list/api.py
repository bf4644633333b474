from collections import UserDict, defaultdict, deque

from fastapi import FastAPI

app = FastAPI()


class History(list):
    pass


class Answers(UserDict):
    pass


class Lines(deque):
    pass


class ByUser(defaultdict):
    pass


class Row(dict):
    pass


history = History()
answers = Answers()
lines = Lines(maxlen=10)
by_user = ByUser(list)


@app.post("/chat")
def chat(user_id: str, question: str):
    history.append(question)  # expect: ISO103
    answers["last"] = question  # expect: ISO103
    lines.append(question)  # expect: ISO103
    by_user[user_id].append(question)
    row = Row()
    row["question"] = question
    own = History()
    own.append(question)
    return list(history), answers, list(lines), by_user[user_id], row, own
