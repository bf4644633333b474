from sqlalchemy.orm import Session


class Presence:
    def __init__(self):
        self.session: Session | None = None  # expect: ISO201

    def note(self, user_id: str):
        self.session.add(user_id)


presence = Presence()
