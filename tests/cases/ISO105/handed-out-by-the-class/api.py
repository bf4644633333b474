from aiohttp import web
from history import History

routes = web.RouteTableDef()


@routes.post("/ask")
async def ask(request):
    history = History.instance()
    history.add(await request.text())
    return web.json_response(history.entries)
