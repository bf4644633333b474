from somewhere import Base


class Derived(Base):
    items = []

    def add(self, item):
        self.items.append(item)  # expect: ISO107


class Prices:
    known = {}
    cache = []

    def put(self, name, price):
        self.known[name] = price  # expect: ISO107

    def lower(self, name):
        self.known[name] = name.lower()

    def remember(self, thing):
        self.cache.append(thing)  # expect: ISO107


class Run:
    steps = []

    def begin(self):
        self.steps.clear()

    def step(self, name):
        self.steps.append(name)  # expect: ISO107
