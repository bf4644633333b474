from aiohttp import web

state = {"orders": []}
last = {"order": None}


async def place(request):
    orders = state["orders"]
    order = await request.json()
    orders.append(order)  # expect: ISO103
    newest = last
    newest["order"] = order  # expect: ISO103
    return web.json_response({"number": len(orders)})


async def overview(request):
    return web.json_response([*state["orders"], last["order"]])


app = web.Application()
app.router.add_post("/orders", place)
app.router.add_get("/orders", overview)
