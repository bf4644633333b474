class Tracker:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)  # expect: ISO105
            cls._instance.pages = []
        return cls._instance

    def visited(self, page):
        self.pages.append(page)
