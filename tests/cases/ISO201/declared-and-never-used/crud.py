from sqlalchemy.orm import Session


class Crud:
    def __init__(self):
        self._session: Session | None = None
        self.last: Session | None = None

    def get(self, session: Session, key: str):
        return (session or self._session).get("rows", key)


crud = Crud()
