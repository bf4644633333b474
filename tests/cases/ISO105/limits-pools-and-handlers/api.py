import asyncio

from fastapi import Depends, FastAPI, HTTPException, Request
from limits import Limiter, Metrics, Pool

app = FastAPI()
limiter = Limiter()
metrics = Metrics()
pool = Pool()


@app.middleware("http")
async def limit(request: Request, call_next):
    if not limiter.allow(request.client.host):
        raise HTTPException(429)
    metrics.count(request.url.path)
    return await call_next(request)


@app.get("/limits/{user_id}")
async def work(user_id: str, request: Request):
    connection = pool.take()
    try:
        return await asyncio.to_thread(connection.run, user_id), metrics.counts
    finally:
        pool.give_back(connection)
