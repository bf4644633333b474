plugins = {}


def register(name):
    def decorate(function):
        plugins[name] = function
        return function

    return decorate
