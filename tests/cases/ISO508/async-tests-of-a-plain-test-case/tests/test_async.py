"""unittest calls these and drops the coroutine."""

import unittest

import pytest


class ChatCase(unittest.TestCase):
    @pytest.fixture(autouse=True)
    async def room(self):  # expect: ISO508
        self.opened = True

    @pytest.mark.asyncio
    async def test_chat(self):
        assert False

    def test_plain(self):
        pass


class Config(unittest.TestCase):
    def setUp(self):
        self.url = "http://localhost"


class TestStaging(Config):
    @pytest.mark.asyncio
    async def test_origin(self):  # expect: ISO508
        assert not self.url

    async def test_headers(self):
        assert not self.url
