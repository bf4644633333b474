import socketio

server = socketio.AsyncServer()
board = {"text": "", "strokes": []}


@server.on("draw")
async def draw(sid, data):
    board["strokes"].append(data)  # expect: ISO103


@server.event
async def write(sid, data):
    board["text"] = data["text"]  # expect: ISO103


@server.event
async def show(sid):
    await server.emit("board", board, to=sid)
