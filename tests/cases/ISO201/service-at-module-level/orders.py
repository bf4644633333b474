from database import SessionLocal


class Orders:
    def __init__(self):
        self.session = SessionLocal()  # expect: ISO201

    def place(self, order):
        self.session.add(order)
        self.session.commit()
