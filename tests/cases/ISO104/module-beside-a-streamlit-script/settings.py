model = "small"
language = "en"


def choose(name):
    global language
    language = name  # expect: ISO104


def shown():
    return model, language
