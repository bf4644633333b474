import queue

from fastapi import FastAPI
from filling import audit, collect, enlist, headers, remember, send, walk

app = FastAPI()
TEMPLATE = ["Dear customer"]
DEFAULTS = {"accept": "text/plain"}
MEMORY = {}
TRAIL = []
WORK = queue.Queue()
KINDS = []

enlist(KINDS, "letter")


@app.post("/letters")
def letter(text: str):
    lines = []
    collect(lines, text)
    copied = list(TEMPLATE)
    collect(copied, text)
    collect(TEMPLATE.copy(), text)
    return lines + copied


@app.post("/trees")
def tree(nodes: dict):
    found = walk(nodes, [])
    return found, headers(dict(DEFAULTS), nodes["name"]), KINDS


@app.post("/chat")
def chat(user_id: str, text: str):
    collect(MEMORY.setdefault(user_id, []), text)
    remember(MEMORY, user_id, text)
    audit(TRAIL, text)
    send(WORK, text)
    return MEMORY[user_id]
