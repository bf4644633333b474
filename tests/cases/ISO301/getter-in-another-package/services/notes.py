from services import sockets

manager = sockets.get_websocket_manager()  # expect: ISO301


async def notify(event):
    await manager.notify(event)
