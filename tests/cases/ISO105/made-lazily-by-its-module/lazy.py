class Journal:
    def __init__(self):
        self.lines = []

    def add(self, line):
        self.lines.append(line)


_journal = None  # expect: ISO105


def __getattr__(name):  # expect: ISO105
    global _journal
    if name == "journal":
        if _journal is None:
            _journal = Journal()
        return _journal
    raise AttributeError(name)
