import socket

from fastapi import FastAPI

app = FastAPI()


class UserExecutionContext:
    def __init__(self, user_id):
        self.line = socket.create_connection(("events", 9000))

    def tell(self, text):
        self.line.send(text)

    def close(self):
        self.line.close()


@app.get("/tell")
def tell(user_id: str, text: str):
    context = UserExecutionContext(user_id)  # expect: ISO404
    context.tell(text)
    context.close()


@app.get("/open-and-shut")
def open_and_shut(user_id: str):
    context = UserExecutionContext(user_id)
    context.close()
