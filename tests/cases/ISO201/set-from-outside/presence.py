class Presence:
    def __init__(self):
        self.database = None


presence = Presence()
