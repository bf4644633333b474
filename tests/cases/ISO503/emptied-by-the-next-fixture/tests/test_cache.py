import pytest
from tests.state import CACHE


@pytest.fixture
def emptied(): CACHE.clear()


def test_little_is_kept(filled, emptied):
    assert len(CACHE) < 2


def test_nothing_is_there():
    assert not CACHE
