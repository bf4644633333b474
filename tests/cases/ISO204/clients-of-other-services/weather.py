import httpx
import requests
from fastapi import FastAPI

app = FastAPI()


@app.get("/forecast")
async def forecast() -> str:
    client = httpx.AsyncClient()  # expect: ISO204
    return (await client.get("https://weather.example/forecast")).text


@app.get("/history")
async def history() -> str:
    async with httpx.AsyncClient() as client:
        return (await client.get("https://weather.example/history")).text


@app.get("/map")
def weather_map() -> str:
    session = requests.Session()
    return session.get("https://weather.example/map").text
