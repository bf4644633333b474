from unittest import IsolatedAsyncioTestCase, TestCase, mock

import pytest


@pytest.mark.usefixtures("page")
class Entries(TestCase):
    def test_entry(self):
        self.assertTrue(True)


class WithAPage(TestCase):
    @pytest.fixture(autouse=True)
    def opened(self, ledger):
        self.ledger = ledger

    def test_page(self):
        self.assertEqual(self.ledger, [])

    @mock.patch("sys.exit")
    def test_parameter_is_no_fixture(self, exit):
        self.assertTrue(exit)


class Later(IsolatedAsyncioTestCase):
    @pytest.mark.usefixtures("ledger")
    async def test_later(self):
        self.assertTrue(True)
