import pytest
from realtime import get_websocket_manager


@pytest.fixture
def manager():
    return get_websocket_manager()  # expect: ISO303


def test_nobody_is_told(manager):
    assert manager.context is None
