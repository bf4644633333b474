from fastapi import FastAPI
from recall import Recall

app = FastAPI()


def remember(text, recall=Recall()):  # expect: ISO110
    recall.add(text)
    return recall.texts


@app.post("/remember")
def post(text: str):
    return remember(text)
