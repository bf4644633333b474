class Grid:
    def __init__(self, size, words=[], hints={}):
        self.size = size
        self.words = words
        self.hints = hints
        self.found = []
        self.places = {}
        for word in words:
            self.places[word] = None

    def add(self, word):
        if word in self.words:
            self.found.append((word, self.hints.get(word)))

    def place(self, word, at):
        self.places[word] = at


class Quiz:
    def __init__(self, words=[]):  # expect: ISO110
        self.words = words
        self.open = []

    def start(self):
        for word in self.words:
            self.ask(word.lower())

    def ask(self, word):
        self.open.append(word)
