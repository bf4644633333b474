from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from orders import OrderRepository
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

open_session = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.orders = OrderRepository(open_session())
    yield


app = FastAPI(lifespan=lifespan)


@app.post("/orders")
async def place(order: dict, request: Request):
    await request.app.state.orders.add(order)
