from sqlalchemy.orm import Session


class Orders:
    def __init__(self, session: Session):
        self.session = session
