import asyncpg
from fastapi import FastAPI
from pool import Pool

app = FastAPI()
pool = Pool()


@app.on_event("startup")
async def connect():
    await pool.open("postgresql://")
    pool.register("orders")


@app.get("/orders/{user_id}")
async def orders(user_id: str):
    return await pool.fetch("select * from orders where owner = $1", user_id)
