from fastapi import FastAPI, Request

app = FastAPI()
histories = {}


@app.post("/ask")
def ask(question: str, user_id: str | None = None):
    uid = user_id or "default_user"
    histories.setdefault(uid, []).append(question)  # expect: ISO113
    return histories[uid]  # expect: ISO113


@app.get("/mine")
def mine(request: Request):
    name = request.headers.get("X-User-Id", "anonymous")
    return histories[name]  # expect: ISO113
