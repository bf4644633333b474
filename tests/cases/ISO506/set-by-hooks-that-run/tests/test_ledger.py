"""Everything is set by something that runs before: hooks, helpers of hooks, bodies, fixtures."""

import unittest

import pytest


class TestLedger:
    currency = "EUR"

    @classmethod
    def setup_class(cls):
        cls.rates = {"EUR": 1}

    def setup_method(self, method):
        self.entries = []
        self._open("main")

    def _open(self, name):
        self.account, self.owner = name, "ada"
        for self.last in ("a", "b"):
            pass
        with open(__file__) as self.handle:
            pass

    @pytest.fixture
    def paid(self):
        self.receipt = "r-1"

    @property
    def total(self):
        return len(self.entries)

    def test_all_there(self, paid):
        self.local = 3
        assert (self.currency, self.rates, self.account, self.owner) and self.last and self.handle
        assert self.total == self.local - 3 and self.receipt

    def test_in_a_closure(self):
        def note(text):
            self.noted = text

        note("x")
        assert self.noted == "x"

    def teardown_method(self):
        self.entries.clear()


class LedgerCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rates = {}

    def setUp(self):
        setattr(self, "ledger", [])
        self.addCleanup(self.ledger.clear)

    def test_framework_attributes(self):
        self.maxDiff = None
        with self.subTest(n=1):
            self.assertEqual(self.ledger, list(self.rates))
        assert self.id() and self._testMethodName


class TestSeveral(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.queue = []
        await self.enterAsyncContext(opened(self))

    async def test_queue(self):
        assert self.queue == [] and self.client


class opened:
    def __init__(self, case):
        case.client = "c"

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        pass
