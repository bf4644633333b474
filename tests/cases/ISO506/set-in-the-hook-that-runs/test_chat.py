import unittest

from shop.chat import Chat


class TestChat:
    def setup_method(self, method):
        """A chat."""
        self.chat = Chat()

    def test_says_when_it_starts(self):
        self.chat.start(self.websocket_event_calls.append)  # expect: ISO506
        assert self.websocket_event_calls

    def test_says_when_it_ends(self):
        self.chat.end(self.websocket_event_calls.append)
        assert self.title  # expect: ISO506


class ChatTest(unittest.TestCase):
    def setUp(self): self.chat = Chat()

    def test_says_when_it_starts(self):
        self.chat.start(self.websocket_event_calls.append)  # expect: ISO506
