def home():
    return "/home"


def cache():
    return "/cache"


def both():
    return home() + cache()
