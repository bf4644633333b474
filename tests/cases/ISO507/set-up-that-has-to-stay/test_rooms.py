import asyncio

from shop.rooms import Room


class RoomBase:
    async def setup_method(self):  # expect: ISO507
        self.rooms = [Room("base")]

    async def teardown_method(self):  # expect: ISO507
        self.rooms.clear()


class TestRooms(RoomBase):
    async def setup_method(self):  # expect: ISO507
        await super().setup_method()
        self.rooms.append(Room("own"))

    def test_rooms(self):
        pass


class TestTasks:
    async def setup_method(self):  # expect: ISO507
        self.task = asyncio.create_task(Room("task").opened())

    async def teardown_method(self):  # expect: ISO507
        self.task.cancel()

    def test_task(self):
        pass


class TestHelped:
    async def setup_method(self):  # expect: ISO507
        self.start()

    def start(self):
        self.task = asyncio.ensure_future(Room("helped").opened())

    def test_helped(self):
        pass


class TestEvents:
    async def setup_method(self):  # expect: ISO507
        self.event = asyncio.Event()

    async def teardown_method(self):  # expect: ISO507
        self.event.clear()

    def test_event(self):
        pass
