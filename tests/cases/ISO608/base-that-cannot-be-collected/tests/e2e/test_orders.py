class TestOrders:
    def test_is_placed(self):
        assert True
