from aiohttp import web


class Client:
    def __init__(self):
        self.last = None

    def GET(self, path):
        self.last = path
        return self.last


client = Client()


def application() -> web.Application:
    return web.Application()
