"""Waits for one answer: the handler serves the function that stands around it."""

import asyncio

from aiohttp import web


async def login(port):
    answer = {}

    async def callback(request):
        answer["code"] = request.query["code"]
        return web.Response(text="You may close this page.")

    app = web.Application()
    app.router.add_get("/callback", callback)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "localhost", port).start()
    while "code" not in answer:
        await asyncio.sleep(0.1)
    await runner.cleanup()
    return answer["code"]
