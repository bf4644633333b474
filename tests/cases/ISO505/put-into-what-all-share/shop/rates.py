def fetch(unit):
    raise ConnectionError(unit)


def rate(unit):
    return fetch(unit)
