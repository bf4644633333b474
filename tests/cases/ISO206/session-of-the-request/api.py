from contextvars import ContextVar

from fastapi import FastAPI
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

app = FastAPI()
request_id = ContextVar("request_id")
factory = sessionmaker(create_engine("postgresql://shop"))
Session = scoped_session(factory, scopefunc=request_id.get)
Other = scoped_session(factory, request_id.get)
ForThreads = scoped_session(factory)


@app.get("/orders")
async def orders(user_id: str):
    return Session.query("orders").filter_by(user=user_id).all(), Other().query("parcels").all()


@app.get("/parcels")
def parcels(user_id: str):
    return ForThreads.query("parcels").filter_by(user=user_id).all()
