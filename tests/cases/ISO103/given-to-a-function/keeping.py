class Shelf:
    def __init__(self):
        self.books = []


def remember(lines, question):
    lines.append(question)  # expect: ISO103
    return "\n".join(lines)


def note(pad: dict, text: str):
    pad["last"] = text  # expect: ISO103


def shelve(place, text):
    place.books.append(text)  # expect: ISO103
