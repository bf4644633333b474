from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from plugins import plugins, register

countries = {"de": "Germany"}
models = {}
for code in ("fr", "it"):
    countries[code] = code.upper()


def load(models, name):
    models["default"] = name


@asynccontextmanager
async def lifespan(app: FastAPI):
    load(models, "small")
    yield
    models.clear()


app = FastAPI(lifespan=lifespan)


@register("echo")
def echo(text):
    return text


@app.get("/run")
def run(request: Request, name: str, text: str):
    return plugins[name](text), countries, models["default"]
