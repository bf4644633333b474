from aiohttp import web


class Rooms:
    def __init__(self):
        self.tasks = set()
        self.app = web.Application()
        self.app.add_routes([web.get("/who", self.who)])

    async def who(self, request):
        self.user = request["user"]  # expect: ISO106
        await self.save()
        return web.Response(text=self.user)

    async def save(self):
        pass
