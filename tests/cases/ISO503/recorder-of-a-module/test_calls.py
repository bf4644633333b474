from shop.hooks import run


class Recorder:
    def __init__(self):
        self.calls = []

    def note(self, call):
        self.calls.append(call)


recorder = Recorder()  # expect: ISO503


def test_note():
    recorder.note(run())
    assert recorder.calls


def test_nothing_noted():
    assert not recorder.calls
