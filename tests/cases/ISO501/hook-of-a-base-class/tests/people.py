import unittest

from agents import UserExecutionContext


class WithAlice:
    def setup_method(self):
        self.alice = UserExecutionContext()


class WithBob(unittest.TestCase):
    def setUp(self):
        self.bob = UserExecutionContext()


class WithCarol(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.carol = UserExecutionContext()
