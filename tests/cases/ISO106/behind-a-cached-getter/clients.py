from functools import lru_cache


class Client:
    def __init__(self):
        self.authorization = None
        self.city = None

    def authorize(self, authorization):
        self.authorization = authorization  # expect: ISO106

    def call(self):
        return self.authorization, self.city


@lru_cache(maxsize=1)
def get_client():
    return Client()
