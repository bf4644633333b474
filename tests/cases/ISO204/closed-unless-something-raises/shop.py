from fastapi import Depends, FastAPI
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, sessionmaker

Local = sessionmaker(bind=create_engine("sqlite:///shop.db"))
app = FastAPI()


def get_db():
    db = Local()  # expect: ISO204
    yield db
    db.close()


@app.get("/orders")
def orders() -> int:
    db = Local()  # expect: ISO204
    count = db.execute(text("select count(*) from orders")).scalar_one()
    db.close()
    return count


@app.get("/carts")
def carts() -> int:
    db = Local()  # expect: ISO204
    return db.execute(text("select count(*) from carts")).scalar_one()


@app.get("/visits")
def visits(db: Session = Depends(get_db)) -> int:
    return db.execute(text("select count(*) from visits")).scalar_one()
