class Settings:
    def __init__(self):
        self.values = {}

    def put(self, name, value):
        self.values[name] = value

    def restore(self):
        self.values.clear()


settings = Settings()
