from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session, sessionmaker


class Orders:
    def __init__(self, engine: Engine):
        self.engine = engine
        self.session = sessionmaker(engine)
        self.db: sessionmaker[Session] = sessionmaker(bind=engine)

    def place(self, order):
        with self.session.begin() as session:
            session.add(order)


orders = Orders(create_engine("sqlite://"))
