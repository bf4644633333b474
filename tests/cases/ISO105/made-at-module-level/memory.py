class Memory:
    def __init__(self):
        self._messages = []

    def add(self, message):
        self._messages.append(message)

    def all(self):
        return self._messages
