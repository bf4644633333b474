from fastapi import FastAPI
from prices import price_of

app = FastAPI()


@app.get("/prices/{sku}")
async def price(sku: str):
    return await price_of(sku)
