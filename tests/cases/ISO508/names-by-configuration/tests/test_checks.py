class CheckRooms:
    def __init__(self):  # expect: ISO508
        self.rooms = []

    def test_rooms(self):
        assert not self.rooms


class TestReport:
    def __init__(self):
        self.lines = []

    def test_lines(self):
        assert not self.lines
