import asyncio

import httpx
from sqlalchemy.ext.asyncio import AsyncSession


class Callbacks:
    def __init__(self, session: AsyncSession, client: httpx.AsyncClient) -> None:
        self.session = session
        self.client = client

    async def run(self, urls: list[str]) -> None:
        await asyncio.gather(*[self.one(url) for url in urls])
        await self.session.commit()

    async def one(self, url: str) -> None:
        answer = await self.client.get(url)
        self.session.add(answer)


class Totals:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def run(self) -> None:
        await asyncio.gather(self.orders(), self.carts())  # expect: ISO203

    async def orders(self) -> None:
        await self._load("orders")

    async def carts(self) -> None:
        await self._load("carts")

    async def _load(self, table: str) -> None:
        await self.session.get(table, 1)
