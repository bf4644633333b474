class Agent:
    def __init__(self):
        self.question = None

    def answer(self, question):
        self.question = question  # expect: ISO106
        return self.think()

    def think(self):
        raise NotImplementedError
