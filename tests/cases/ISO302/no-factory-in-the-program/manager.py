class ConnectionManager:
    def __init__(self):
        self.user = None
