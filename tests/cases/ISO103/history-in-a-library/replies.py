history = []
words = []


def reply(text):
    history.append(text)  # expect: ISO103
    return history


def learn(text):
    words.append(text)
    return words
