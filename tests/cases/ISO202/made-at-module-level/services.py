from database import SessionLocal as open_session
from sqlalchemy.orm import Session

db: Session = open_session()  # expect: ISO202


def orders():
    return db.query("orders").all()
