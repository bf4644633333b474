import time

import httpx
from fastapi import FastAPI, Header

app = FastAPI()
_keys = None
_fetched = 0.0


def keys():
    global _keys, _fetched
    if _keys is None or time.time() - _fetched > 600:
        _keys = httpx.get("https://login.example/jwks.json").json()
        _fetched = time.time()
    return _keys


@app.get("/me")
def me(authorization: str = Header()):
    return authorization in keys()
