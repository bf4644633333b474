from functools import cache, lru_cache

from sqlalchemy.orm import Session, sessionmaker


@lru_cache(maxsize=None)
def get_factory():
    return sessionmaker()


@cache
def get_session() -> Session:  # expect: ISO202
    session = get_factory()()
    return session
