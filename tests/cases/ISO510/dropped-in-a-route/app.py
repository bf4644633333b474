import asyncio

from fastapi import FastAPI

app = FastAPI()


@app.post("/orders/{order_id}")
async def confirm(order_id: str):
    await asyncio.gather(charge(order_id), reserve(order_id), return_exceptions=True)  # expect: ISO510
    return {"confirmed": order_id}


async def charge(order_id):
    await app.state.bank.charge(order_id)


async def reserve(order_id):
    await app.state.stock.reserve(order_id)


async def rebuild_index(documents):
    # nothing that requests reach, and no test
    await asyncio.gather(*[document.index() for document in documents], return_exceptions=True)
