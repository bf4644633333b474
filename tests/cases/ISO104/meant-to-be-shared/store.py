import re

import httpx
from fastapi import FastAPI
from sqlalchemy import create_engine

app = FastAPI()
engine = None
client = None
pattern = None
speaker = None


@app.get("/rows")
def rows(region: str):
    global engine, client, pattern
    if engine is None:
        engine = create_engine(f"sqlite:///{region}.db")
    if client is None:
        client = httpx.Client(base_url=f"https://{region}.example.com")
    if pattern is None:
        pattern = re.compile(region)
    return engine, client, pattern


@app.get("/speak")
def speak(api_key: str):
    global speaker
    if speaker is None:
        speaker = httpx.Client(headers={"Authorization": api_key})  # expect: ISO104
    return speaker
