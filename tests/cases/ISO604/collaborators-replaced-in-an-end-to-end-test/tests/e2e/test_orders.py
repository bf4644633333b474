from unittest.mock import MagicMock, patch

from shop import orders


def test_order_is_placed():
    mailer = MagicMock()  # expect: ISO604
    assert orders.place(mailer, "tea") == "tea"


@patch("shop.orders.place")  # expect: ISO604
def test_order_is_listed(place):
    place.return_value = []
    assert orders.place(None, "tea") == []
