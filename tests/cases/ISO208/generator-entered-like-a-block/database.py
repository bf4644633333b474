from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

Session = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


async def get_session():
    async with Session() as session:
        yield session


@asynccontextmanager
async def session_scope():
    async with Session() as session:
        yield session


async def make_session() -> AsyncSession:
    return Session()
