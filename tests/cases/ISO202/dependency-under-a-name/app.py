from fastapi import Depends, FastAPI
from sqlalchemy.orm import sessionmaker

app = FastAPI()
SessionLocal = sessionmaker()


def get_session():
    with SessionLocal() as session:
        yield session


def depends_session():
    return Depends(get_session)


session_dependency = depends_session()
other_dependency = Depends(get_session)


@app.get("/orders")
def orders(session=session_dependency, other=other_dependency):
    return session.query("orders").all(), other.query("parcels").all()
