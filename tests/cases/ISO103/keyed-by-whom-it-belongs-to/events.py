import socketio

server = socketio.AsyncServer()
names = {}


@server.event
async def login(sid, data):
    names[sid] = data["name"]


@server.event
async def who(sid):
    return names[sid]
