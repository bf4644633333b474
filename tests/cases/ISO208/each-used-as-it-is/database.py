from contextlib import asynccontextmanager, contextmanager

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session as SyncSession

Session = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


async def get_session():
    async with Session() as session:
        yield session


session_block = asynccontextmanager(get_session)


@contextmanager
def sync_session():
    with SyncSession() as session:
        yield session


async def make_session() -> AsyncSession:
    return Session()


class Sessions:
    async def open_session(self):
        yield Session()


class Entered(Sessions):
    @asynccontextmanager
    async def open_session(self):
        yield Session()
