from agents import Helper

from tests.people import WithAlice, WithBob, WithCarol


class TestHelper(WithAlice):
    def test_alice(self):
        assert Helper().run(self.alice)


class HelperTest(WithBob):
    def test_bob(self):
        assert Helper().run(self.bob)


class AsyncHelperTest(WithCarol):
    async def test_carol(self):
        assert await Helper().run(self.carol)
