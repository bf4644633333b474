class ServiceBase:
    def __init__(self):  # expect: ISO508
        self.metrics = {}

    def setup_method(self, method=None):
        self.metrics.clear()


class UserBase(ServiceBase):
    user = "ada"
