class UserExecutionContext:
    def __init__(self, user_id):
        self.user_id = user_id


class WebSocketManager:
    def __init__(self, context):
        self.context = context

    async def send(self, text): ...


async def create_websocket_manager(channel, *, user_context=None):
    return WebSocketManager(user_context)


def get_websocket_manager(user_context=None, /):
    return WebSocketManager(user_context)
