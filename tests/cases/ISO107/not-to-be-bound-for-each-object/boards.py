from cache import Cached


class Board:
    lines = []  # read on the class

    def write(self, text):
        self.lines.append(text)  # expect: ISO107


class Form:
    errors = []  # an heir makes its objects without the base

    def fail(self, error):
        self.errors.append(error)  # expect: ISO107


class Signed(Form):
    def __init__(self, name):
        self.name = name


class Search(Cached):
    found = []  # nobody knows what its base does

    def find(self, word):
        self.found.append(word)  # expect: ISO107


class Poll:
    votes = []  # a test's imitation has what the class has

    def vote(self, word):
        self.votes.append(word)  # expect: ISO107
