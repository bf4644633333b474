import unittest

from shop.rooms import Room


class TestRooms:
    async def setup_method(self, method):  # expect: ISO507
        """A room of its own."""
        self.room = Room(method.__name__)

    @classmethod
    async def teardown_class(cls):  # expect: ISO507
        async def later():
            await Room.gone()

        cls.later = later

    def test_room(self):
        assert self.room


class RoomCase(unittest.TestCase):
    async def setUp(self): self.room = Room("case")  # expect: ISO507

    def test_room(self):
        self.assertTrue(self.room)


class TestHalls:
    async def async_setup_method(self):  # expect: ISO507
        self.hall = Room("hall")

    def test_hall(self):
        assert hasattr(self, "hall")
