from fastapi import FastAPI, Request
from transport import gateway

app = FastAPI()


@app.post("/pay")
def pay(amount: int, request: Request):
    return gateway.pay(amount, request.client.host)
