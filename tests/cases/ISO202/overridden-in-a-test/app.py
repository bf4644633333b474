from fastapi import Depends, FastAPI
from sqlalchemy.orm import sessionmaker

app = FastAPI()
SessionLocal = sessionmaker()


def get_session():
    with SessionLocal() as session:
        yield session


@app.get("/orders")
def orders(session=Depends(get_session)):
    return session.query("orders").all()
