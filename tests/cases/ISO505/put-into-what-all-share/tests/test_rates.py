import socket
import unittest
from unittest.mock import Mock

import shop.clock
from shop import rates
from shop.clock import Clock, clock


def test_rate_without_network():
    rates.fetch = lambda unit: 2  # expect: ISO505
    assert rates.rate("NOK") == 2


def test_zone_of_the_class():
    Clock.zone = "CET"  # expect: ISO505
    assert clock.zone == "CET"


def test_now_of_the_object():
    clock.now = Mock(return_value=0)  # expect: ISO505
    assert clock.now() == 0


def test_a_module_of_somebody_else():
    setattr(socket, "create_connection", Mock())  # expect: ISO505
    assert rates.rate("NOK") == 2


class TimeTest(unittest.TestCase):
    def setUp(self):
        shop.clock.time = Mock()  # expect: ISO505

    def test_now(self):
        self.assertIsNotNone(Clock().now())
