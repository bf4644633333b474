import asyncio

from sanic import Request, Sanic

app = Sanic("board")
notes = asyncio.Queue()  # expect: ISO305
streams: dict[str, asyncio.Queue] = {}


@app.get("/notes")
async def read(request: Request):
    response = await request.respond(content_type="text/event-stream")
    while True:
        await response.send(await notes.get())


@app.get("/notes/<reader>")
async def read_own(request: Request, reader: str):
    response = await request.respond(content_type="text/event-stream")
    queue = streams.setdefault(reader, asyncio.Queue())
    while True:
        await response.send(await queue.get())
