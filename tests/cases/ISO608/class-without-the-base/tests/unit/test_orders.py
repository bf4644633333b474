class TestPrices:
    def test_is_priced(self):
        assert True
