from sockets import ConnectionManager


class Notes:
    connections = ConnectionManager()  # expect: ISO301

    async def write(self, text):
        await self.connections.send(text)
