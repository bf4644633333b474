from functools import lru_cache

from sqlalchemy.orm import Session


class Orders:
    def __init__(self, session):
        self.session = session  # expect: ISO201


@lru_cache(maxsize=1)
def get_orders():
    return Orders(session=Session())
