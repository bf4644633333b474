from agents import registry


def answer(name):
    return registry.get(name)  # expect: ISO101
