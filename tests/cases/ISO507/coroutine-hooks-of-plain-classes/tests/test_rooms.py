"""pytest calls these and drops the coroutine."""

import unittest


class TestRooms:
    async def setup_method(self, method):  # expect: ISO507
        self.room = "r"

    async def teardown_method(self):  # expect: ISO507
        pass

    @classmethod
    async def setup_class(cls):  # expect: ISO507
        cls.rooms = []

    def test_room(self):
        pass


class RoomCase(unittest.TestCase):
    async def setUp(self):  # expect: ISO507
        pass

    def tearDown(self):  # expect: ISO507
        yield  # a generator, which nobody iterates

    async def asyncSetUp(self):  # expect: ISO507
        pass

    def test_room(self):
        pass


async def setup_module():  # expect: ISO507
    pass
