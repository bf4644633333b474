import pytest


@pytest.mark.flaky(reruns=3)
def test_user_isolation():  # expect: ISO609
    assert True


@pytest.mark.flaky(reruns=3)
class TestCrossTenantLeaks:
    def test_orders_stay_apart(self):  # expect: ISO609
        assert True
