from dataclasses import dataclass

from fastapi import FastAPI
from sqlalchemy.orm import Session, sessionmaker

Local = sessionmaker()
app = FastAPI()


@dataclass
class Orders:
    session: Session  # expect: ISO201
    limit: int = 10

    def all(self):
        return self.session.execute("select 1").all()


@dataclass
class Basket:
    session: Session

    def items(self):
        return self.session.execute("select 2").all()


orders = Orders(Local())


@app.get("/orders")
def every():
    with Local() as session:
        return orders.all(), Basket(session).items()
