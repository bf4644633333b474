from suite.base import ServiceBase as Base


class TestMetrics(Base):
    def test_empty(self):
        assert self.metrics == {}
