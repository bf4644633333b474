import gc
import logging
import signal
import socket
import unittest
from asyncio import set_event_loop_policy

import pytest

from shop import work


class TimeoutCase(unittest.TestCase):
    def setUp(self):
        signal.signal(signal.SIGALRM, self.too_late)  # expect: ISO504
        signal.alarm(15)

    def too_late(self, number, frame):
        raise AssertionError("still running")

    def test_ends(self):
        assert work()


def test_quiet():
    logging.disable(logging.ERROR)  # expect: ISO504
    assert work()


def test_soon():
    socket.setdefaulttimeout(0.1)  # expect: ISO504
    assert work()


def test_put_back_where_all_goes_well():
    before = signal.signal(signal.SIGTERM, lambda number, frame: None)  # expect: ISO504
    assert work()
    signal.signal(signal.SIGTERM, before)


def test_another_signal_is_put_back():
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # expect: ISO504
    try:
        assert work()
    finally:
        signal.signal(signal.SIGTERM, before)


def test_without_collections():
    gc.disable()  # expect: ISO504
    assert work()


@pytest.fixture
def policy(tmp_path):
    set_event_loop_policy(tmp_path)  # expect: ISO504
    return 1


def test_policy(policy):
    assert work() == policy
