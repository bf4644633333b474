class Store:
    def __init__(self):
        self.words = []

    def add(self, word):
        self.words.append(word)


store = Store()  # expect: ISO105


def get_store():  # expect: ISO105
    return store
