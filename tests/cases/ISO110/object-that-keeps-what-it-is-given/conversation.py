class History:
    def __init__(self):
        self.messages = []

    def add(self, message):
        self.messages.append(message)

    def last(self):
        return self.messages[-1]


class Agent:
    def __init__(self, name, history=History()):  # expect: ISO110
        self.name = name
        self._history = history

    def ask(self, question):
        self._history.add(question)


def note(text, history=History()):  # expect: ISO110
    history.add(text)


def latest(history=History()):
    return history.last()
