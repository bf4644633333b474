from flask import Flask, request
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, scoped_session, sessionmaker


def create_app(url):
    app = Flask(__name__)
    engine = create_engine(url)
    make = sessionmaker(engine)
    scoped = scoped_session(make)
    session = Session(engine)  # expect: ISO202

    first = make()
    first.execute(text("select 1"))
    first.close()

    @app.get("/orders")
    def orders():
        with make() as own:
            own.execute(text("select 2"))
        scoped.execute(text("select 3"))
        return str(session.execute(text("select 4"), {"of": request.args["of"]}))

    return app
