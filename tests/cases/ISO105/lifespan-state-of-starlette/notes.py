class Notes:
    def __init__(self):
        self.lines = []

    def add(self, line):
        self.lines.append(line)
