from shop.basket import add


class TestBasket:
    items = []  # expect: ISO503

    def setup_method(self):
        """A basket."""
        self.name = "basket"

    def test_adds(self):
        self.items.append(add(self.name, 1))
        assert len(self.items) == 1

    def test_is_empty(self):
        assert self.items == []
