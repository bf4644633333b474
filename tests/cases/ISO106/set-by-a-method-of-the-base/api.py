from aiohttp import web
from chat import assistant


async def ask(request):
    body = await request.json()
    return web.json_response(assistant.answer(body["question"]))


app = web.Application()
app.add_routes([web.post("/ask", ask)])
