from aiohttp import web

routes = web.RouteTableDef()
uploaded = None


@routes.post("/upload")
async def upload(request):
    def done(name):
        global uploaded
        uploaded = name  # expect: ISO104

    form = await request.post()
    done(form["file"].filename)
    return web.Response(text="thanks")


@routes.get("/upload")
async def latest(request):
    return web.Response(text=uploaded)
