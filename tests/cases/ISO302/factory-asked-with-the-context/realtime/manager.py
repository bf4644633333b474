class WebSocketManager:
    def __init__(self, context=None):
        self.context = context

    async def send(self, text): ...
