from uuid import uuid4

from fastapi import FastAPI, HTTPException

app = FastAPI()
histories = {}


@app.post("/ask")
def ask(question: str, session_id: str | None = None):
    session = session_id or str(uuid4())
    histories.setdefault(session, []).append(question)
    return histories[session]


@app.post("/tell")
def tell(question: str, user_id: str = ""):
    if not user_id:
        raise HTTPException(401)
    histories.setdefault(user_id, []).append(question)
    return histories[user_id]


@app.post("/say")
def say(question: str, user_id: str | None = None):
    uid = user_id or ""
    if not uid:
        raise HTTPException(401)
    return histories[uid]
