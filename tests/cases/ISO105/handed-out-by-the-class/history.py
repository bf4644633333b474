class History:
    _instance = None

    def __init__(self):
        self.entries = []

    @classmethod
    def instance(cls):  # expect: ISO105
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    def add(self, entry):
        self.entries.append(entry)
