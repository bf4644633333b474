import locale
import os

from fastapi import FastAPI

app = FastAPI()


@app.get("/price")
async def price(amount: float, language: str):
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, language)
        return locale.currency(amount)
    finally:
        locale.setlocale(locale.LC_ALL, before)


@app.get("/zone")
async def zone(name: str):
    before = os.environ["TZ"]
    os.environ["TZ"] = name
    try:
        text = await_nothing()
    finally:
        os.environ["TZ"] = before
    return text


def await_nothing():
    return "noon"
