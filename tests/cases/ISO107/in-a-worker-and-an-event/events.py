import socketio

server = socketio.AsyncServer()


class Board:
    strokes = []
    text = ""


@server.event
async def draw(sid, data):
    Board.strokes.append(data)  # expect: ISO107
    Board.text = data["text"]  # expect: ISO107
    await server.emit("board", [Board.strokes, Board.text], to=sid)
