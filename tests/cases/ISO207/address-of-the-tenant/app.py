import httpx
from fastapi import Depends, FastAPI, Request

app = FastAPI()


@app.on_event("startup")
async def start():
    app.state.client = httpx.AsyncClient()


def get_client(request: Request) -> httpx.AsyncClient:
    return request.app.state.client


def address_of(tenant_id: str) -> str:
    return f"https://{tenant_id}.shop.example"


@app.get("/orders")
async def orders(tenant_id: str, client: httpx.AsyncClient = Depends(get_client)):
    client.base_url = address_of(tenant_id)  # expect: ISO207
    return (await client.get("/orders")).json()
