import asyncio
from collections.abc import Callable

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


class Lookup:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def author(self, title: str) -> str:
        return (await self.session.execute(text("select author from books"))).scalar_one()

    async def year(self, title: str) -> int:
        return (await self.session.execute(text("select year from books"))).scalar_one()

    async def slug(self, title: str) -> str:
        return title.lower()


async def described(session: AsyncSession, title: str, with_year: bool) -> list[object]:
    lookup = Lookup(session)
    tasks = []
    tasks.append(lookup.author(title))
    if with_year:
        tasks.append(lookup.year(title))
    return await asyncio.gather(*tasks)  # expect: ISO203


async def made_by_a_factory(session: AsyncSession, factory: Callable[[AsyncSession], Lookup], title: str) -> None:
    lookup = factory(session)
    tasks: list[object] = []
    others = []
    tasks.append(lookup.author(title))
    tasks.append(lookup.year(title))
    others.append(1)
    await asyncio.gather(*tasks)  # expect: ISO203


async def without_the_session(session: AsyncSession, title: str) -> None:
    lookup = Lookup(session)
    await asyncio.gather(lookup.author(title), lookup.slug(title))
