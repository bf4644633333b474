"""Asynchronous set-up that somebody runs."""

import asyncio

import pytest_asyncio


class TestRun:
    def setup_method(self):
        asyncio.run(self.async_setup_method())

    async def async_setup_method(self):
        self.ready = True

    def test_ready(self):
        assert self.ready


class TestFixture:
    @pytest_asyncio.fixture(autouse=True)
    async def setup_method(self):
        await self._async_setup()
        yield
        await self.teardown_async()

    async def _async_setup(self):
        self.ready = True

    async def teardown_async(self):
        self.ready = False

    async def test_ready(self):
        assert self.ready


class TestFromConftest:
    async def async_setup(self):
        self.ready = True

    async def test_ready(self):
        assert self.ready


class Overridden:
    async def setup_method(self):
        self.ready = True

    async def test_ready(self):
        assert self.ready


class TestBelow(Overridden):
    def setup_method(self):
        asyncio.run(super().setup_method())
