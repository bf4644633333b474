from functools import wraps

calls = []


def recorded(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        calls.append(kwargs)  # expect: ISO103
        return function(*args, **kwargs), calls[-5:]

    return wrapper
