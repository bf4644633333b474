import time

from fastapi import FastAPI

app = FastAPI()
_initialized = False
_started = None
_served = 0


def initialize(user_id):
    global _initialized, _started, _served
    _served += 1
    if _initialized:
        return
    _started = time.time()
    _initialized = True


@app.get("/users/{user_id}")
def user(user_id: str):
    initialize(user_id)
    return {"ready": _initialized, "since": _started, "served": _served}
