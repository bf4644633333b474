class Agent:
    def __init__(self):
        self.memory = []

    def remember(self, text):
        self.memory.append(text)
