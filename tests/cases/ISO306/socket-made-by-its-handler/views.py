from aiohttp import web

CLIENTS = []
READERS = []


async def listen(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    CLIENTS.append(ws)  # expect: ISO306
    async for message in ws:
        await ws.send_str(message.data)
    return ws


async def read(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    READERS.append(ws)
    async for message in ws:
        await ws.send_str(message.data)
    READERS.remove(ws)
    return ws
