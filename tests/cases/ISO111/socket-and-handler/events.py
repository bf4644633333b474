import socketio
from drawlib import Canvas

server = socketio.AsyncServer()


@server.event
async def color(sid, data):
    Canvas.color = data["color"]  # expect: ISO111


@server.event
async def draw(sid, data):
    await server.emit("drawn", Canvas(data).draw(Canvas.color), to=sid)
