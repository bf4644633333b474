from functools import lru_cache

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

_engine = None
_factory: async_sessionmaker[AsyncSession] | None = None


def factory() -> async_sessionmaker[AsyncSession]:
    global _engine, _factory
    if _factory is None:
        _engine = create_async_engine("sqlite+aiosqlite://")
        _factory = async_sessionmaker(_engine)
    return _factory


@lru_cache
def cached_factory() -> async_sessionmaker[AsyncSession]:
    return async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


async def get_session():
    async with factory()() as session:
        yield session
