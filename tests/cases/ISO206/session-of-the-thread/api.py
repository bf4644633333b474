from fastapi import FastAPI
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

app = FastAPI()
Session = scoped_session(sessionmaker(create_engine("postgresql://shop")))  # expect: ISO206


@app.get("/orders")
async def orders(user_id: str):
    found = Session.query("orders").filter_by(user=user_id).all()
    await log(found)
    Session.remove()
    return found


async def log(found):
    print(found)
