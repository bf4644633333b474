from fastapi import FastAPI
from service import service

app = FastAPI()


@app.post("/orders")
def order(user_id: str, item: str):
    service.open(user_id)
    return service.place(item)
