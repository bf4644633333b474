import httpx
from fastapi import FastAPI, Request

app = FastAPI()
client = httpx.AsyncClient(base_url="https://billing.example")
client.headers.update({"User-Agent": "shop"})


@app.get("/invoices")
async def invoices(token: str, request: Request):
    headers = {"Authorization": f"Bearer {token}"}
    headers.update({"X-User": request.headers["X-User"]})
    return (await client.get("/invoices", headers=headers, auth=(token, ""))).json()


@app.get("/traced")
async def traced(request_id: str):
    client.headers["X-Request-ID"] = request_id
    client.headers.update({"Accept-Language": request_id})
    return (await client.get("/traced")).json()
