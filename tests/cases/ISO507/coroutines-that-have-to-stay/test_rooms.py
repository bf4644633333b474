import pytest
from shop.rooms import Room, rooms


class TestRooms:
    async def setup_method(self):  # expect: ISO507
        self.room = await Room.made()

    async def teardown_method(self):  # expect: ISO507
        async with rooms() as open_rooms:
            open_rooms.clear()

    def test_room(self):
        pass


class TestHalls:
    @pytest.mark.asyncio
    async def setup_method(self):  # expect: ISO507
        Room("hall")

    async def async_setup_method(self):  # expect: ISO507
        Room("second hall")

    def test_hall(self):
        pass
