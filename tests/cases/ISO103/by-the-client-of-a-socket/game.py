import socketio

sio = socketio.AsyncServer()
players = {}
names = []
scores = {}


@sio.event
async def connect(sid, environ):
    players[sid] = environ.get("HTTP_X_NAME")
    scores.setdefault(sid, []).append(environ.get("HTTP_X_SCORE"))


@sio.event
async def rename(sid, name):
    players[sid] = name
    names.append(name)  # expect: ISO103
    await sio.emit("renamed", [players, names, scores], to=sid)


@sio.event
async def disconnect(sid):
    players.pop(sid, None)
    scores.pop(sid, None)
