from fastapi import FastAPI
from hub import Hub

app = FastAPI()
hub = Hub()


class Desk:
    def __init__(self):
        self.last = ""

    def keep(self, text):
        self.last = text

    def handle(self, kind, text):
        {"keep": self.keep}[kind](text)
        return self.last


@app.post("/all")
def everybody(kind: str, text: str):
    return hub.handle(kind, text)


@app.post("/own")
def own(kind: str, text: str):
    return Desk().handle(kind, text)
