import weakref
from contextvars import ContextVar
from uuid import uuid4

from fastapi import FastAPI, Request, WebSocket

app = FastAPI()
tenant = ContextVar("tenant")

carts = {}
prices = {}
drafts = {"eu": {}, "us": {}}
answers = weakref.WeakKeyDictionary()
rooms = {}
forms = {}
typing = {}


@app.post("/carts/{user_id}")
def put(user_id: str, item: str, region: str):
    carts.setdefault(user_id, []).append(item)
    drafts["eu"][user_id] = item
    return carts[user_id], drafts["eu"][user_id]


@app.post("/prices")
def price(value: int):
    prices[tenant.get()] = value
    return prices[tenant.get()]


@app.post("/answers")
def answer(request: Request, text: str):
    answers[request] = text
    rooms[request.session["session_id"]] = text
    return answers[request], rooms


@app.post("/forms")
def form(text: str):
    number = uuid4().hex
    forms[number] = text
    return number, forms[number]


@app.websocket("/typing")
async def type_in(websocket: WebSocket):
    await websocket.accept()
    typing[websocket] = await websocket.receive_text()
    await websocket.send_text(typing[websocket])
