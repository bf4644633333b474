import pytest


@pytest.mark.flaky(reruns=3)
def test_user_is_listed():
    assert True


def test_user_isolation():
    assert True


@pytest.mark.flaky(reruns=3)
def test_isolation_survives_network_loss():
    assert True
