"""A harness whose methods happen to be called like hooks, and that a fixture drives."""

import pytest_asyncio


class LoadHarness:
    def __init__(self):
        self.runs = []

    async def setup_method(self):
        self.runs.clear()

    async def setup(self):
        self.runs.append(1)

    async def teardown(self):
        self.runs.clear()


@pytest_asyncio.fixture
async def harness():
    made = LoadHarness()
    await made.setup_method()
    yield made
    await made.teardown()


async def test_load(harness):
    assert harness.runs == []
