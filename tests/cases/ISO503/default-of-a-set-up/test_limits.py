from shop.limits import allowed

DEFAULTS = {"rate": 10}  # expect: ISO503


class TestLimits:
    def setup_method(self):
        self.limits = DEFAULTS

    def test_none(self):
        self.limits["rate"] = 0
        assert not allowed(self.limits)

    def test_some(self):
        assert allowed(self.limits)
