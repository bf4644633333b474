"""Two levels of bases, and a mixin."""


class ServiceBase:
    def setup_method(self):
        self.service = object()


class UserBase(ServiceBase):
    def setup_method(self):
        super().setup_method()
        self.user = "ada"


class Forgetful(ServiceBase):
    def setup_method(self):
        self.user = "bob"


class Clocked:
    def now(self):
        return self.clock.time()
