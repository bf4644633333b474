import threading

from fastapi import FastAPI

app = FastAPI()
state = threading.local()


@app.get("/orders")
async def orders(user_id: str):
    state.user = user_id
    try:
        return load()
    finally:
        del state.user


@app.get("/parcels")
def parcels(user_id: str):
    state.user = user_id
    return load()


def load():
    return [state.user]
