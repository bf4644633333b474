from sqlalchemy.orm import Session


class Orders:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self):
        self.db = Session()  # expect: ISO201
