from sqlalchemy.orm import sessionmaker

SessionLocal = sessionmaker()


def get_session():
    session = SessionLocal()
    try:
        yield session
    finally:
        session.close()


class Orders:
    def __init__(self):
        self.db = next(get_session())  # expect: ISO201


class Order:
    def __init__(self):
        self.db = next(get_session())


orders = Orders()


def new_order():
    return Order()
