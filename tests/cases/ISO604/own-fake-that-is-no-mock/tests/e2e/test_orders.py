class Recorder:
    def __init__(self):
        self.sent = []


def test_order_is_recorded():
    assert Recorder().sent == []
