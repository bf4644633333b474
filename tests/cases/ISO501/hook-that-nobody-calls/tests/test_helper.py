from agents import Helper, UserExecutionContext


class TestHelper:
    async def prepare(self):
        self.alice = UserExecutionContext()

    def test_helper(self):
        assert Helper()  # expect: ISO501
