import logging
import re
import ssl
from contextvars import ContextVar
from functools import lru_cache

from fastapi import FastAPI
from pydantic_settings import BaseSettings

app = FastAPI()
current_user: ContextVar[str] = ContextVar("current_user")


class Settings(BaseSettings):
    user: str = "shop"


@lru_cache
def settings():
    return Settings()


@lru_cache
def pattern(user):
    return re.compile(user)


@lru_cache
def context():
    return ssl.create_default_context()


@lru_cache(maxsize=None)
def dashboard(user_id, period):
    logging.info("for %s", current_user.get())
    return {"user": user_id, "period": period}


@app.get("/")
def index(period: str):
    current_user.set("someone")
    return dashboard(current_user.get(), period), pattern(current_user.get()), settings(), context()
