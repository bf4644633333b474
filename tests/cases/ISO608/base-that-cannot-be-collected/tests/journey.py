class Journey:
    def __init__(self):
        self.users = []
