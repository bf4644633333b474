from sqlalchemy.orm import Session


class OrderRepository:
    def __init__(self, session: Session):
        self.session = session


class OrderService:
    def __init__(self, session):
        self.session = session
        self.orders = OrderRepository(session)
