from flask import Flask
from sqlalchemy.orm import sessionmaker

app = Flask(__name__)
SessionLocal = sessionmaker()
session = SessionLocal()  # expect: ISO202


@app.get("/orders")
def orders():
    return session.query("orders").all()


if __name__ == "__main__":
    check = SessionLocal()
    app.run()
