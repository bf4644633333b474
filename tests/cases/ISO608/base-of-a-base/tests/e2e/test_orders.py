from framework import Scenario
from tests.journey import PaidJourney


class TestOrders(PaidJourney):
    def test_is_placed(self):
        assert True


class TestUnknown(Scenario):
    def test_is_placed(self):
        assert True
