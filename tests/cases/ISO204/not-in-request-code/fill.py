from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

engine = create_engine("sqlite:///shop.db")


def fill() -> None:
    session = Session(bind=engine)
    session.execute(text("insert into orders values (1)"))
    session.commit()
