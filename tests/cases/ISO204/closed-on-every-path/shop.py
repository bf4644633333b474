from contextlib import ExitStack, closing

from fastapi import Depends, FastAPI
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("sqlite:///shop.db")
Local = sessionmaker(bind=engine)
app = FastAPI()


def get_db():
    db = Local()
    try:
        yield db
    finally:
        db.close()


class Orders:
    def __init__(self, session: Session) -> None:
        self.session = session

    def close(self) -> None:
        self.session.close()


def open_session() -> Session:
    return Local()


@app.get("/orders")
def orders(db: Session = Depends(get_db)) -> int:
    return db.execute(text("select count(*) from orders")).scalar_one()


@app.get("/in-a-block")
def in_a_block() -> int:
    with Local() as db:
        return db.execute(text("select 1")).scalar_one()


@app.get("/in-finally")
def in_finally() -> int:
    db = open_session()
    try:
        return db.execute(text("select 1")).scalar_one()
    finally:
        db.close()


@app.get("/by-others")
def by_others() -> int:
    with ExitStack() as stack:
        db = stack.enter_context(Local())
        with closing(Local()) as other:
            return db.execute(text("select 1")).scalar_one() + other.execute(text("select 1")).scalar_one()


@app.get("/given-to-an-owner")
def given_to_an_owner() -> None:
    orders = Orders(Local())
    orders.close()


@app.get("/with-options")
def with_options() -> int:
    with engine.connect().execution_options(yield_per=10) as connection:
        return connection.execute(text("select 1")).scalar_one()


@app.get("/whichever-it-has")
def whichever_it_has() -> int:
    db = Local()
    try:
        return db.execute(text("select 1")).scalar_one()
    finally:
        close = getattr(db, "close", None) or getattr(db, "reset", None)
        close()


@app.get("/none-at-first")
def none_at_first() -> int:
    db = None
    try:
        db = Local()
        return db.execute(text("select 1")).scalar_one()
    finally:
        if db is not None:
            db.close()
