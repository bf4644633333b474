from fastapi import FastAPI

app = FastAPI()
AUDIT = []


class Recorder:
    def __init__(self, sink):
        self.sink = sink

    def put(self, entry):
        self.sink.append(entry)


def handle(sink, user_id):
    Recorder(sink).put(user_id)
    return sink


@app.on_event("startup")
def start():
    Recorder(AUDIT).put("started")


@app.get("/view")
def view(user_id: str):
    return handle([], user_id)


@app.get("/audit")
def audit():
    return AUDIT
