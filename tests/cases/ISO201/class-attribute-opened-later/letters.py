from sqlalchemy.ext.asyncio import AsyncSession


class Mailbox:
    session: AsyncSession | None = None

    async def open(self):
        self.session = AsyncSession()  # expect: ISO201
