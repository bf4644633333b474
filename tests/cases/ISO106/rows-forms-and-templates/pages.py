from fastapi import Depends, FastAPI
from jinja2 import Environment
from sqlalchemy.orm import Session, sessionmaker
from tables import Customer

app = FastAPI()
environment = Environment()
session_factory = sessionmaker()


def get_session():
    with session_factory() as session:
        yield session


@app.post("/customers/{number}")
def rename(number: int, name: str, session: Session = Depends(get_session)):
    customer = session.get(Customer, number)
    customer.name = name
    customer.notes.append(name)
    customer.rename(name)
    session.add(customer)
    session.commit()
    return environment.get_template("customer.html").render(name=name)
