import cachelib
import requests

cache = cachelib.SimpleCache()


def session_for(username, password):
    session = cache.get(username)
    if session:
        return session
    session = requests.Session()
    session.post("https://campus.example/login", data={"username": username, "password": password})
    cache.set(username, session)  # expect: ISO108
    return session
