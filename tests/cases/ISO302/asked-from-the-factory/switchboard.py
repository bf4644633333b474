from manager import ConnectionManager


class Switchboard:
    def for_user(self, user):
        return self._make(user)

    def _make(self, user):
        return ConnectionManager(user)


def default_manager(user):
    return ConnectionManager(user)
