import searchlib


def use(index):
    searchlib.index = index  # expect: ISO111


def find(text):
    return searchlib.find(text, searchlib.index)
