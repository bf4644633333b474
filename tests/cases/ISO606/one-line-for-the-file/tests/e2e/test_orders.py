#!/usr/bin/env python3
"""Orders."""

from __future__ import annotations

import os

from shop.orders import (
    orders,
    place,
)

try:
    from shop.fast import total
except ImportError:
    from shop.slow import total
# of the shop
SHOP = os.environ["SHOP"]


def test_order_is_placed():  # expect: ISO606
    assert place(SHOP)


class TestOrders:  # expect: ISO606
    def test_are_listed(self):
        assert orders(SHOP)

    def test_are_counted(self):
        assert total(SHOP)
