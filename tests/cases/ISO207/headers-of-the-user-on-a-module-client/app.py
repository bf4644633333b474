import httpx
from fastapi import FastAPI

app = FastAPI()
client = httpx.AsyncClient(base_url="https://billing.example")


@app.get("/invoices")
async def invoices(token: str):
    client.headers.update({"Authorization": f"Bearer {token}"})  # expect: ISO207
    answer = await client.get("/invoices")
    return answer.json()


@app.get("/orders")
async def orders(user_id: str):
    client.headers["X-User"] = user_id  # expect: ISO207
    return (await client.get("/orders")).json()


@app.get("/login")
async def login(username: str, password: str):
    client.auth = (username, password)  # expect: ISO207
    return (await client.get("/me")).json()
