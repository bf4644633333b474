from aiohttp import web


class Signals:
    def __init__(self):
        self.app = web.Application()
        self.app.router.add_post("/signal", self.signal)
        self.app.router.add_route("GET", "/last", self.last)

    async def signal(self, request):
        self.body = await request.json()  # expect: ISO106
        return web.json_response({})

    async def last(self, request):
        return web.json_response(self.body)


web.run_app(Signals().app)
