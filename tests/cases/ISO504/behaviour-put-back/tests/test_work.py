import asyncio
import gc
import locale
import logging
import signal
import socket
import sys
import unittest
import warnings

import pytest

from shop import work


class TimeoutCase(unittest.TestCase):
    def setUp(self):
        self.before = signal.signal(signal.SIGALRM, self.too_late)
        signal.alarm(15)

    def tearDown(self):
        signal.alarm(0)
        signal.signal(signal.SIGALRM, self.before)

    def too_late(self, number, frame):
        raise AssertionError("still running")

    def test_ends(self):
        assert work()


class RegisteredCase(unittest.TestCase):
    def setUp(self):
        self.addCleanup(signal.signal, signal.SIGTERM, signal.getsignal(signal.SIGTERM))
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        logging.disable(logging.CRITICAL)
        self.addCleanup(logging.disable, logging.NOTSET)

    def test_ends(self):
        assert work()


class NamedLevelCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        logging.disable(logging.CRITICAL)

    @classmethod
    def tearDownClass(cls):
        logging.disable(logging.NOTSET)

    def test_ends(self):
        assert work()


@pytest.fixture(autouse=True)
def no_time():
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(0.1)
    yield
    socket.setdefaulttimeout(before)


@pytest.fixture
def policy():
    asyncio.set_event_loop_policy(asyncio.DefaultEventLoopPolicy())
    yield
    asyncio.set_event_loop_policy(None)


def test_policy(policy):
    assert work()


def test_deep():
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(50)
    try:
        assert work()
    finally:
        sys.setrecursionlimit(before)


def test_without_collections():
    gc.disable()
    try:
        assert work()
    finally:
        gc.enable()


def test_the_defaults():
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    logging.disable(logging.NOTSET)
    gc.enable()
    assert work()


def test_only_asks():
    assert signal.alarm
    assert locale.setlocale(locale.LC_ALL) and signal.getsignal(signal.SIGTERM) is None


def test_warnings():
    warnings.simplefilter("error")
    assert work()


def test_in_a_child(run_in_process):
    def child():
        signal.signal(signal.SIGTERM, signal.SIG_IGN)

    run_in_process(child)
