from fastapi import FastAPI, Response
from vendor import Client, Message

app = FastAPI()


@app.get("/")
def home(user_id: str, response: Response):
    client = Client()
    client.user = user_id
    message = Message()
    message.headers["to"] = user_id
    message.body.parts.append(user_id)
    response.headers["X-User"] = user_id
    return client.send(message, client.user)


class Own(Client):
    def __init__(self, user_id):
        super().__init__()
        self.user = user_id
