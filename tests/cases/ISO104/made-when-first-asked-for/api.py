import httpx
from fastapi import FastAPI
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

app = FastAPI()
_engine = None
_factory = None
_client = None
_settings = None


def engine():
    global _engine, _factory
    if _engine is None:
        _engine = create_engine("sqlite://")
        _factory = sessionmaker(_engine)
    return _engine


def client():
    global _client
    _client = _client or httpx.AsyncClient(base_url="https://api.example")
    return _client


def settings():
    global _settings
    if _settings is None:
        with open("settings.toml") as file:
            _settings = file.read()
    return _settings


@app.get("/users/{user_id}")
async def user(user_id: str):
    engine()
    return settings(), await client().get(f"/users/{user_id}")
