from aiohttp import web


async def enter(request: web.Request):
    request.app["visitor"] = request.query["name"]  # expect: ISO106
    request["visitor"] = request.query["name"]
    return web.Response(text=request["visitor"])


async def visitor(request: web.Request):
    return web.Response(text=request.app["visitor"])


def create_app():
    app = web.Application()
    app["visitor"] = None
    app.router.add_post("/enter", enter)
    app.router.add_get("/visitor", visitor)
    return app
