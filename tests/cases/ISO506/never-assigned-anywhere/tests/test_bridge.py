"""A pool that an edit has lost: the fixture and two tests still read it."""

import pytest

from app.bridge import Bridge


class TestBridge:
    @pytest.fixture(autouse=True)
    def bridge_of_the_test(self):
        self.bridge = Bridge()
        self.bridge.configure(
            registry={},
            pool=self.pool,  # expect: ISO506
        )
        yield
        self.bridge.close()

    def test_message_arrives(self):
        self.bridge.send("u1", "hello")
        assert self.pool.sent == ["hello"]

    async def test_analysis(self):
        outcome = await self.bridge.run()
        self.analyser.judge(outcome)  # expect: ISO506
