class ConnectionManager:
    def __init__(self, user):
        self.user = user
