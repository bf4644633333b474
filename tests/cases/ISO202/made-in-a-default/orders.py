from fastapi import Depends
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("sqlite://")
Local = sessionmaker(bind=engine)


def orders(db=Local()):  # expect: ISO202
    return db.execute("select 1").all()


def customers(db: Session = Session(engine)):  # expect: ISO202
    return db.execute("select 2").all()


def get_db():
    with Local() as db:
        yield db


def invoices(db: Session = Depends(get_db), factory=Local):
    return db.execute("select 3").all(), factory


def report():
    def rows(db=Local()):
        with db:
            return db.execute("select 4").all()

    return rows()
