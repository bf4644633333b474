import hashlib

import cachelib
import requests

cache = cachelib.SimpleCache()


def key_of(username, password):
    return hashlib.sha256(f"{username}:{password}".encode()).hexdigest()


def session_for(username, password):
    key = key_of(username, password)
    session = cache.get(key)
    if session:
        return session
    session = requests.Session()
    session.post("https://campus.example/login", data={"username": username, "password": password})
    cache.set(key, session)
    return session


def failures(email, password):
    count = cache.get(email) or 0
    if not password:
        cache.set(email, count + 1)
    return count
