"""What functions and methods give and change, each called by another name than the one it is defined by."""

BOOKS = []  # expect: ISO503
READERS = []  # expect: ISO503


def books():
    return BOOKS


def readers():
    return READERS


everybody = readers


class Desk:
    def __init__(self):
        self.loans = []

    def lend(self, book):
        self.loans.append(book)

    hand_out = lend


DESK = Desk()  # expect: ISO503
