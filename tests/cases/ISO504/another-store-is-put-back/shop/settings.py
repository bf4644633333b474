import os


class Settings:
    def __init__(self):
        self.values = {}

    def all(self):
        return dict(self.values)

    def replace(self, values):
        os.environ.update(values)


settings = Settings()
