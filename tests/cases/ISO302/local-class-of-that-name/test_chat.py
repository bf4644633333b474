class WebSocketManager:
    """Remembers what was sent."""

    def __init__(self):
        self.sent = []


def test_nothing_is_sent():
    assert WebSocketManager().sent == []
