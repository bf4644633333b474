import hashlib

import httpx
from tornado import web


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def fetch(token):
    return httpx.get("https://hub.example/me", headers={"Authorization": token}).json()


class Auth:
    def __init__(self):
        self.kept = {}
        self.handed = {}
        self.pages = {}
        self.found = {}

    def user_of(self, value):
        return self._load(value, digest(value))

    def _load(self, token, key):
        if key in self.kept:
            return self.kept[key]
        self.kept[key] = fetch(token)
        return self.kept[key]

    def user_for(self, value):
        return self._call(self._check, api_token=value, cache_key=digest(value))

    def _call(self, function, **given):
        return function(**given)

    def _check(self, api_token, cache_key):
        if cache_key in self.handed:
            return self.handed[cache_key]
        self.handed[cache_key] = fetch(api_token)
        return self.handed[cache_key]

    def page_of(self, value, number):
        return self._page(value, f"page:{number}")

    def _page(self, token, key):
        if key in self.pages:
            return self.pages[key]
        self.pages[key] = fetch(token)  # expect: ISO108
        return self.pages[key]

    def search(self, value, words):
        return self._call(self._search, token=value, key=digest(words))

    def _search(self, token, key):
        if key in self.found:
            return self.found[key]
        self.found[key] = fetch(token)  # expect: ISO108
        return self.found[key]


auth = Auth()


class Me(web.RequestHandler):
    def get(self, number, words):
        value = self.get_argument("token")
        self.write(auth.user_of(value))
        self.write(auth.user_for(value))
        self.write(auth.page_of(value, number))
        self.write(auth.search(value, words))


app = web.Application([("/me", Me)])
