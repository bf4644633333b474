import shop.shared as shared
from fastapi import FastAPI

app = FastAPI()


@app.post("/sales")
def announce(text: str, price: int):
    shared.banner = text
    shared.prices.append(price)
    return shared.banner, shared.prices
