import httpx
from fastapi import FastAPI

app = FastAPI()
client = httpx.AsyncClient()


@app.get("/orders")
async def orders(token: str):
    async def sign(request):
        request.headers["Authorization"] = token

    client.event_hooks["request"].append(sign)  # expect: ISO112
    return (await client.get("https://shop")).json()


@app.get("/parcels")
async def parcels(token: str):
    async def sign(request):
        request.headers["Authorization"] = token

    async with httpx.AsyncClient() as own:
        own.event_hooks["request"].append(sign)
        return (await own.get("https://shop")).json()
