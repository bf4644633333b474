import json


def load(path, fallback={}):  # expect: ISO110
    try:
        with open(path) as file:
            return json.load(file)
    except OSError:
        return fallback


def listed(values=[]):
    return values or []


def first(values=[]):
    return values[0] if values else None
