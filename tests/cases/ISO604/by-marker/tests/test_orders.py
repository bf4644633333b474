from unittest import mock

import pytest


@pytest.mark.e2e
def test_order_is_placed():
    mailer = mock.AsyncMock()  # expect: ISO604
    assert mailer


def test_order_is_priced():
    prices = mock.AsyncMock()
    assert prices
