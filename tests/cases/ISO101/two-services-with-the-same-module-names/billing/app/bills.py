from app.registry import registry


def bill(name):
    return registry.get(name)
