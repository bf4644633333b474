from contextvars import ContextVar

request_now = ContextVar("request_now")


class Storage:
    def __init__(self):
        self._users = {}
        self._rooms = {"hall": {}}

    @property
    def user(self):
        request = request_now.get()
        return self._users[request.session["id"]]

    @property
    def hall(self):
        return self._rooms["hall"]


class Shop:
    def __init__(self):
        self.storage = Storage()


shop = Shop()
