class WebSocketManager:
    def __init__(self, user=None):
        self.user = user
