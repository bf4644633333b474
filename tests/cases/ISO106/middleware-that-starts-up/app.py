import falcon.asgi


class Meter:
    def __init__(self):
        self.scope = None
        self.path = ""

    async def process_startup(self, scope, event):
        self.scope = scope

    async def process_request(self, req, resp):
        self.path = req.path  # expect: ISO106

    async def process_response(self, req, resp, resource, req_succeeded):
        resp.set_header("X-Path", self.path)
        resp.set_header("X-Scope", str(self.scope))


app = falcon.asgi.App(middleware=[Meter()])
