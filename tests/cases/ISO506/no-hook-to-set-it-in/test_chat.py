from shop.chat import Chat


class TestChat:
    async def setup_method(self):
        await Chat.ready()

    def test_says_when_it_starts(self):
        Chat().start(self.websocket_event_calls.append)  # expect: ISO506
        assert self.title  # expect: ISO506
