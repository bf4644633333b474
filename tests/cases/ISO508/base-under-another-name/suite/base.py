"""Bases that no test class has by the name that they are defined by."""


class ServiceBase:
    def __init__(self):  # expect: ISO508
        self.metrics = {}

    def setup_method(self, method=None):
        self.metrics.clear()


class UserBase:
    def __init__(self):  # expect: ISO508
        self.user = "ada"

    def setup_method(self, method=None):
        self.user = "bob"
