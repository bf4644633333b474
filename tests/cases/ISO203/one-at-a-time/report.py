import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

lock = asyncio.Lock()


async def count(session: AsyncSession, table: str) -> int:
    return (await session.execute(text(f"select count(*) from {table}"))).scalar_one()


async def locked(session: AsyncSession, table: str) -> int:
    async with lock:
        return await count(session, table)


async def ping() -> None:
    await asyncio.sleep(0)


async def single(session: AsyncSession) -> None:
    await asyncio.gather(count(session, "orders"), ping())


async def under_a_lock(session: AsyncSession) -> None:
    await asyncio.gather(locked(session, "orders"), locked(session, "carts"))


async def one_after_the_other(session: AsyncSession, tables: list[str]) -> None:
    for table in tables:
        task = asyncio.create_task(count(session, table))
        await task


async def either(session: AsyncSession, open_only: bool) -> None:
    tasks = []
    if open_only:
        tasks.append(count(session, "orders"))
    else:
        tasks.append(count(session, "carts"))
    await asyncio.gather(*tasks, ping())
