from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/stock")
async def stock(request):
    return web.json_response([])


@routes.post("/stock")
async def fill(request):
    if request.headers.get("Authorization") is None:
        raise web.HTTPUnauthorized
    return web.json_response([])
