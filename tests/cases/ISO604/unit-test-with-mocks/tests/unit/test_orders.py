from unittest.mock import MagicMock


def test_order_is_placed():
    assert MagicMock()
