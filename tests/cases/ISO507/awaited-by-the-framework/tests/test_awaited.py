"""These frameworks await their hooks."""

import unittest

from aiohttp.test_utils import AioHTTPTestCase
from twisted.trial import unittest as trial
from unknown_framework import AsyncCase


class TestQueue(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.queue = []

    async def asyncSetUp(self):
        self.queue.append(1)

    async def asyncTearDown(self):
        self.queue.clear()

    async def test_queue(self):
        assert self.queue


class TestServer(AioHTTPTestCase):
    async def get_application(self):
        return object()

    async def asyncSetUp(self):
        await super().asyncSetUp()

    async def test_server(self):
        assert self.app


class TestReactor(trial.TestCase):
    async def setUp(self):
        self.port = await listen()

    async def test_port(self):
        assert self.port


class TestUnknown(AsyncCase):
    async def setUp(self):
        pass

    async def test_it(self):
        pass


async def listen():
    return 80
