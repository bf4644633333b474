from aiohttp import web
from hubs import LoudHub

routes = web.RouteTableDef()


@routes.get("/chat")
async def chat(request):
    return web.json_response({"user": LoudHub().user})  # expect: ISO302
