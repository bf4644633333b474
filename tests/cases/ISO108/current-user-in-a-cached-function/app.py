from contextvars import ContextVar
from functools import cache, lru_cache

from fastapi import FastAPI

from store import load

app = FastAPI()
current_user: ContextVar[str] = ContextVar("current_user")
locale: ContextVar[str] = ContextVar("locale")


@lru_cache(maxsize=128)
def dashboard(period):  # expect: ISO108
    return load(current_user.get(), period)


def whose():
    return current_user.get()


def rights():
    return load(whose(), "rights")


@cache
def menu():  # expect: ISO108
    if rights():
        return ["home", "admin"]
    return ["home"]


@cache
def months():
    return load(locale.get(), "months")


@app.get("/")
def index(period: str):
    return [dashboard(period), menu(), months()]
