"""pytest warns, and runs none of it."""


class TestIsolation:
    def __init__(self):  # expect: ISO508
        self.users = []

    def test_users(self):
        assert self.users == []

    async def test_more(self):
        assert not self.users


class TestMadeOnce:
    _only = None

    def __new__(cls):  # expect: ISO508
        cls._only = cls._only or super().__new__(cls)
        return cls._only

    def test_once(self):
        assert self._only


if __name__ == "__main__":
    TestIsolation().test_users()
