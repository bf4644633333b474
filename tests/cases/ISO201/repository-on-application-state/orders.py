from sqlalchemy.ext.asyncio import AsyncSession


class OrderRepository:
    def __init__(self, session: AsyncSession):
        self._session = session  # expect: ISO201

    async def add(self, order):
        self._session.add(order)
