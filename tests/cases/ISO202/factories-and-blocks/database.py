from sqlalchemy import create_engine
from sqlalchemy.orm import Session, scoped_session, sessionmaker

engine = create_engine("sqlite://")
SessionLocal = sessionmaker(bind=engine, class_=Session)
session = scoped_session(SessionLocal)


class Database:
    sessions = sessionmaker(engine)


def get_session():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


def orders():
    with SessionLocal() as session, Session(engine) as other:
        return session.query("orders").all() + other.query("orders").all()
