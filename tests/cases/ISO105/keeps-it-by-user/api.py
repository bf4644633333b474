from fastapi import FastAPI, Request
from memory import Memory

app = FastAPI()
memory = Memory()


@app.post("/chat/{session_id}")
def chat(session_id: str, text: str, request: Request):
    memory.add(session_id, text)
    memory.seen(request.state.user.id, text)
    return memory.of(session_id)
