"""What only a lost hook, or another test, would set is never there."""


class TestCart:
    async def setup_method(self):  # expect: ISO507
        self.cart = []

    def test_empty(self):
        assert self.cart == []  # expect: ISO506


class TestPlain:
    def setUp(self):  # expect: ISO507
        self.items = {}

    def test_items(self):
        assert self.items == {}  # expect: ISO506


class TestOrder:
    def test_makes_one(self):
        self.order = "o-1"
        assert self.order

    def test_uses_it(self):
        assert self.order  # expect: ISO506


class TestCounting:
    def test_counts(self):
        self.count += 1  # expect: ISO506
        assert self.count == 1
