from shop.database import create_session


class OrderService:
    def __init__(self, db=None):
        self.db = db or create_session()  # expect: ISO201
