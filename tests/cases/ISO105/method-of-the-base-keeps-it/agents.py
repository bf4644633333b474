from base import Agent


class Writer(Agent):
    def __init__(self):
        super().__init__()
        self.style = "plain"

    def write(self, topic):
        self.remember(topic)
        return self.style, self.memory
