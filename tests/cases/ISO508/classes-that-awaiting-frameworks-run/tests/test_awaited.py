import asyncio
import functools
import unittest

from django.test import TestCase
from tornado.testing import AsyncTestCase, gen_test
from elsewhere import CompanyCase


def in_loop(function):
    @functools.wraps(function)
    def run(self):
        return asyncio.run(function(self))

    return run


class TestIsolated(unittest.IsolatedAsyncioTestCase):
    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self.rooms = []

    async def test_rooms(self):
        assert self.rooms == []


class TestShop(TestCase):
    async def test_view(self):
        assert (await self.async_client.get("/")).status_code == 200


class TestLoop(AsyncTestCase):
    @gen_test
    async def test_loop(self):
        assert self.io_loop


class TestDecorated(unittest.TestCase):
    @in_loop
    async def test_decorated(self):
        assert self.id()


class TestCompany(CompanyCase):
    async def test_company(self):
        assert self.id()


class MixedIn(unittest.TestCase):
    __test__ = False

    async def test_later(self):
        assert self.id()


async def test_of_a_module():
    class Inner(unittest.TestCase):
        async def test_inner(self):
            raise AssertionError

    assert unittest.TestLoader().loadTestsFromTestCase(Inner)
