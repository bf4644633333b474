from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session


def get_session(): ...


def create_app():
    app = FastAPI()
    session = Session()
    app.dependency_overrides[get_session] = lambda: session  # expect: ISO202

    @app.get("/orders")
    def orders(session=Depends(get_session)):
        return session.query("orders").all()

    return app
