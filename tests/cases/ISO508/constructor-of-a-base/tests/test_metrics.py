from suite.base import ServiceBase, UserBase


class TestMetrics(ServiceBase):
    def test_empty(self):
        assert self.metrics == {}


class TestUser(UserBase):
    def test_user(self):
        assert self.user
