"""A harness of tests that reads what nobody has set."""


class Harness:
    def __init__(self):
        self.users = []
        self.users.append(self.pool)  # expect: ISO506


class Base:
    def start(self):
        return self.port, self.name


class Derived(Base):
    port = 80

    def __init__(self, name):
        self.name = name


class Given:
    def close(self):
        return self.connection.close()


def make_given():
    given = Given()
    given.connection = object()
    return given
