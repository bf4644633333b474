_notes = []


def add(text):
    _notes.append(text)  # expect: ISO103


def everything():
    return "\n".join(_notes)
