from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker


class Repository:
    open_session = async_sessionmaker()
    session: AsyncSession = open_session()  # expect: ISO202


class Orders(Repository):
    async def all(self):
        return await self.session.scalars("orders")
