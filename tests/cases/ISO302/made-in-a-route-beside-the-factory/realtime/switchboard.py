from .manager import ConnectionManager


class Switchboard:
    def for_user(self, user):
        return ConnectionManager(user)
