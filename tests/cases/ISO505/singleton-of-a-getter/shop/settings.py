from functools import lru_cache


class Settings:
    def __init__(self):
        self.currency = "EUR"
        self.markets = []


@lru_cache(maxsize=1)
def settings():
    return Settings()
