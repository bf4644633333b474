from fastapi import FastAPI
from sessions import sessions

app = FastAPI()


@app.post("/chat")
def chat(user_id: str, text: str):
    session = sessions.of(user_id)
    session.last = text
    return session.said(text)
