"""Whether a plain fixture is awaited is a matter of a plugin's mode; under the name of a hook it looks as if it were."""

import pytest
import pytest_asyncio


class TestColdStart:
    @pytest.fixture(autouse=True)
    async def setup_method(self):  # expect: ISO507
        self.url = "http://localhost"

    async def test_url(self):
        assert self.url


class TestWarmStart:
    @pytest_asyncio.fixture(autouse=True)
    async def setup_method(self):
        self.url = "http://localhost"

    async def test_url(self):
        assert self.url


class TestPlainNames:
    @pytest.fixture(autouse=True)
    async def environment(self):
        self.url = "http://localhost"

    async def test_url(self):
        assert self.url
