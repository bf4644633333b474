import unittest

from agents import ToolDispatcher, UserExecutionContext


class ToolsTest(unittest.TestCase):
    def setUp(self):
        self.mine = UserExecutionContext("a")

    def test_dispatcher(self):
        self.assertTrue(ToolDispatcher())  # expect: ISO401


class TestTools:
    def setup_method(self):
        self.mine = UserExecutionContext("a")
        self.nobody = None

    def test_dispatchers(self):
        print(self.mine); first = ToolDispatcher(); assert first is not ToolDispatcher(tools=[])  # expect: ISO401
