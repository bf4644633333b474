class Index:
    def __init__(self, size=16):
        self.size = size
        self.name = None


class Table:
    def __init__(self, table, index=Index()):  # expect: ISO110
        self.table = table
        self.index = index

    def create(self):
        if self.index.name is None:
            self.index.name = f"{self.table}_index"


class View:
    def __init__(self, table, index=Index()):
        self.table = table
        self.index = index

    def describe(self):
        return f"{self.table}: {self.index.size}"
