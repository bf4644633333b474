from sqlalchemy.orm import sessionmaker

SessionLocal = sessionmaker()


class Orders:
    def __init__(self):
        self.session = SessionLocal()


_by_user = {}


def orders_of(user_id):
    if user_id not in _by_user:
        _by_user[user_id] = Orders()
    return _by_user[user_id]
