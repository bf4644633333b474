from fastapi import FastAPI
from sqlalchemy import create_engine, text
from sqlalchemy.orm import sessionmaker

Local = sessionmaker(bind=create_engine("sqlite:///hotel.db"))
app = FastAPI()


@app.get("/keys")
def keys(night: bool) -> int:
    if night:
        db = Local()  # expect: ISO204
        db.execute(text("select 'night'"))
    else:
        db = Local()  # expect: ISO204
        db.execute(text("select 'day'"))
    return db.execute(text("select count(*) from keys")).scalar_one()


@app.get("/doors")
def doors(inner: bool) -> int:
    db = Local()  # expect: ISO204
    if inner:
        db = None
    return 0 if db is None else db.execute(text("select count(*) from doors")).scalar_one()


@app.get("/bells")
def bells(ring: bool) -> int:
    db = Local()  # expect: ISO204
    if ring:
        db.execute(text("update bells set rung = 1"))
        db.close()
        tell("rung")
        return 1
    return db.execute(text("select count(*) from bells")).scalar_one()


def tell(text: str) -> None: ...


@app.get("/lamps")
def lamps() -> None:
    Local().execute(text("update lamps set lit = 1"))  # expect: ISO204
