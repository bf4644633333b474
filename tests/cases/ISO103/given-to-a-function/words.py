def add_words(table, text):
    for word in text.split():
        add(table, word)


def add(table, word):
    table["all"].append(word)  # expect: ISO103
