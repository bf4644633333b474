def fetch(unit):
    raise ConnectionError(unit)
