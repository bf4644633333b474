import pytest


@pytest.fixture(autouse=True)
def queue(broker, depth):
    return [broker, depth]


@pytest.fixture
def depth():
    return 3


def test_queue_takes(queue):
    assert queue


def test_nothing_is_asked_for():
    assert True


class TestSorted:
    @pytest.fixture(autouse=True)
    def order(self):
        return "down"

    def test_order_is_there(self):
        assert True


class TestUnsorted:
    def test_order_is_not_there(self):
        assert True
