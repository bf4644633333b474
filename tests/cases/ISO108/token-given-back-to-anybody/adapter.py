import time


class Adapter:
    """One for all; each call brings the key of its user."""

    def __init__(self, url):
        self.url = url
        self._token = None
        self._expiry = 0.0
        self._models = None

    async def token(self, api_key):
        if self._token and time.time() < self._expiry:
            return self._token
        data = await exchange(self.url, f"apikey={api_key}")
        self._token = data["access_token"]  # expect: ISO108
        self._expiry = time.time() + 3600
        return self._token

    def client(self, access_token):
        if not hasattr(self, "_client"):
            self._client = Client(self.url, access_token)  # expect: ISO108
        return self._client

    def profile(self, user_id):
        if self._profile is None:
            self._profile = load(self.url, user_id)  # expect: ISO108
        return self._profile

    def models(self, region):
        if self._models is None:
            self._models = load(self.url, region)
        return self._models


class ByKey:
    """Keeps for each key what belongs to it, or sees that another one asks."""

    def __init__(self, url):
        self.url = url
        self._tokens = {}
        self._key = None
        self._token = None

    async def token(self, api_key):
        if api_key not in self._tokens:
            self._tokens[api_key] = await exchange(self.url, api_key)
        return self._tokens[api_key]

    async def last(self, api_key):
        if self._token is None or self._key != api_key:
            self._token = await exchange(self.url, api_key)
            self._key = api_key
        return self._token

    async def fresh(self, api_key):
        self._token = await exchange(self.url, api_key)
        return self._token


class OfOneUser:
    """Made for a user, or told once whose it is."""

    def __init__(self, user_id):
        self.user_id = user_id
        self._token = None

    async def token(self, api_key):
        if self._token is None:
            self._token = await exchange(self.user_id, api_key)
        return self._token


class Console:
    def __init__(self):
        self._session = None

    def login(self, username, password):
        if self._session is None:
            self._session = exchange(username, password)
        return self._session


class Each:
    def token(self, api_key):
        if self._token is None:
            self._token = exchange("", api_key)
        return self._token


def answer(api_key):
    return Each().token(api_key)


async def exchange(url, key): ...


def load(url, of): ...


class Client:
    def __init__(self, url, token):
        self.url = url
