"""The base's own asynchronous hooks, which no framework knows and nobody calls."""


class ServiceBase:
    def setup_method(self, method=None):
        self.started = True

    async def async_setup_method(self, method=None):  # expect: ISO507
        self.setup_method(method)


class AsyncServiceBase(ServiceBase):
    async def setup_method(self, method=None):  # expect: ISO507
        super().setup_method(method)

    async def teardown_method(self, method=None):  # expect: ISO507
        pass
