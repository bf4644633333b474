class State:
    def __init__(self):
        self.last = ""
        self.text = ""
        self.mark = ""
        self.title = ""


def remember(store, question):
    store.last = question  # expect: ISO106
    return store.last


def fill(form, text):
    form.text = text


def mark(row, name):
    row.mark = name


def describe(thing, title):
    thing.title = title
