import socketio


class Board(socketio.AsyncNamespace):
    async def on_draw(self, sid, data):
        self.stroke = data  # expect: ISO106

    async def on_show(self, sid):
        await self.emit("stroke", self.stroke, to=sid)


server = socketio.AsyncServer()
server.register_namespace(Board("/board"))
