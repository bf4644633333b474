from sqlalchemy.orm import sessionmaker


class Orders:
    def __init__(self, factory):
        self.factory = factory
        self.session = factory()  # expect: ISO201


orders = Orders(sessionmaker())


class Parcels:
    def __init__(self, factory):
        self.factory = factory
        self.session = factory()


def parcels():
    return Parcels(sessionmaker())
