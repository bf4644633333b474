import unittest

from tools import ToolDispatcher


class ToolsTest(unittest.TestCase):
    def setUp(self):
        self.name = "search"

    def test_dispatch(self):
        dispatcher = ToolDispatcher()  # expect: ISO501
        self.assertIsNone(dispatcher.dispatch(self.name))
