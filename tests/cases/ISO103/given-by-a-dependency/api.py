from functools import lru_cache
from typing import Annotated

from fastapi import Depends, FastAPI

app = FastAPI()
history = {}
rooms = {}


def get_history():
    return history


def get_room(user_id: str):
    return rooms.setdefault(user_id, [])


def get_lines():
    yield []


@lru_cache
def get_seen():
    return []


@app.post("/chat")
def chat(question: str, h: dict = Depends(get_history)):
    h["last"] = question  # expect: ISO103
    return h


@app.post("/seen")
def see(question: str, seen: Annotated[list, Depends(get_seen)]):
    seen.append(question)  # expect: ISO103
    return seen


@app.post("/room")
def say(text: str, room: list = Depends(get_room)):
    room.append(text)
    return room


@app.post("/lines")
def lines(text: str, found: list = Depends(get_lines)):
    found.append(text)
    return found
