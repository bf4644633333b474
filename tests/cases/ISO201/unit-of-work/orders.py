from sqlalchemy.orm import sessionmaker


class UnitOfWork:
    def __init__(self, factory: sessionmaker):
        self._factory = factory

    def __enter__(self):
        self.session = self._factory()
        return self

    def __exit__(self, *_):
        self.session.close()


class Orders:
    def __init__(self, unit: type[UnitOfWork], factory: sessionmaker):
        self._unit = unit
        self._factory = factory

    def place(self, order):
        with self._unit(self._factory) as unit:
            unit.session.add(order)
