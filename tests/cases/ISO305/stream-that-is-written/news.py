import asyncio

import aiohttp
from aiohttp import web

events = asyncio.Queue()  # expect: ISO305
alarms = asyncio.Queue()  # expect: ISO305
jobs = asyncio.Queue()
outbox = asyncio.Queue()
letters = asyncio.Queue()
renderers = asyncio.Queue()
streams = {}


async def say(request: web.Request) -> web.Response:
    text = await request.text()
    for queue in (events, alarms, jobs, outbox):
        await queue.put(text)
    return web.Response()


async def listen(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write((await events.get()).encode())


async def watch(request: web.Request) -> web.WebSocketResponse:
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    while not socket.closed:
        alarm = await alarms.get()
        await socket.send_str(alarm)
    return socket


async def listen_alone(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    own = streams[request] = asyncio.Queue()
    while True:
        await response.write((await own.get()).encode())


async def next_job(request: web.Request) -> web.Response:
    return web.Response(text=await jobs.get())


async def draw(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    renderer = await renderers.get()
    await response.write(renderer.draw())
    await renderers.put(renderer)
    return response


def stream_of(reader: str) -> web.StreamResponse:
    return streams[reader]


async def hand_out() -> None:
    """Takes for all, and writes to the one whom it concerns."""
    while True:
        letter = await letters.get()
        stream = stream_of(letter["to"])
        await stream.write(letter["text"])


async def pass_on(app: web.Application) -> None:
    """Runs once, and sends what is said to another server."""
    async with aiohttp.ClientSession() as session, session.ws_connect("https://news.example") as socket:
        while True:
            await socket.send_str(await outbox.get())


app = web.Application()
app.on_startup.append(pass_on)
app.on_startup.append(lambda app: asyncio.create_task(hand_out()))
app.router.add_post("/say", say)
app.router.add_get("/listen", listen)
app.router.add_get("/watch", watch)
app.router.add_get("/listen-alone", listen_alone)
app.router.add_get("/jobs/next", next_job)
app.router.add_get("/draw", draw)
