import httpx
from fastapi import FastAPI

app = FastAPI()
clients: dict[str, httpx.AsyncClient] = {}


@app.get("/invoices")
async def invoices(user_id: str, token: str):
    if user_id not in clients:
        clients[user_id] = httpx.AsyncClient()
    clients[user_id].headers["Authorization"] = token
    return (await clients[user_id].get("https://billing.example/invoices")).json()
