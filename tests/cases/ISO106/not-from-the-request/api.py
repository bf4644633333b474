import time

from fastapi import FastAPI

app = FastAPI()


class Model:
    def __init__(self):
        self.weights = None
        self.used = 0
        self.last_used = 0.0
        self._initialized = False

    def load(self):
        if not self._initialized:
            self.weights = open("weights.bin", "rb").read()
            self._initialized = True

    def answer(self, question):
        self.load()
        self.used += 1
        self.last_used = time.time()
        return question[: len(self.weights)]


model = Model()


@app.post("/ask")
def ask(question: str, user_id: str):
    return model.answer(question), model.used, model.last_used
