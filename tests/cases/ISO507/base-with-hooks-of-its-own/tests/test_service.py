from suite.base import AsyncServiceBase, ServiceBase


class TestService(ServiceBase):
    def test_started(self):
        assert self.started


class TestAsyncService(AsyncServiceBase):
    async def setup_method(self, method=None):  # expect: ISO507
        await super().setup_method(method)

    async def test_it(self):
        pass
