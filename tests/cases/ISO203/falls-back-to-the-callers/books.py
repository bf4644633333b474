import asyncio
from collections.abc import Callable

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker


async def author(session: AsyncSession, title: str) -> str:
    return await session.get(str, title)


async def described(session: AsyncSession, factory: async_sessionmaker[AsyncSession] | None, titles: list[str]) -> None:
    async def with_its_own(load: Callable[[AsyncSession, str], object], title: str) -> object:
        async with factory() as own:
            return await load(own, title)

    tasks: list[object] = []
    for title in titles:
        if factory is not None:
            tasks.append(with_its_own(author, title))
        else:  # a test's double
            tasks.append(author(session, title))
    await asyncio.gather(*tasks)
