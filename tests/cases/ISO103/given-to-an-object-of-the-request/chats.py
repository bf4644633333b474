class Chat:
    def __init__(self, lines):
        self.lines = lines

    def say(self, question):
        self.lines.append(question)  # expect: ISO103
        return self.lines[-3:]


class Notes:
    def __init__(self, pad: dict):
        self.pad = pad

    def write(self, text):
        self.pad["last"] = text  # expect: ISO103


class Draft:
    def __init__(self, lines):
        self.lines = lines

    def add(self, text):
        self.lines.append(text)


class Copy:
    def __init__(self, lines):
        self.lines = list(lines)

    def add(self, text):
        self.lines.append(text)


class Room:
    def __init__(self, lines):
        self.lines = lines

    def add(self, text):
        self.lines.append(text)
