from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

Session = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


async def get_session():
    async with Session() as session:
        yield session
