import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def count(session: AsyncSession, table: str) -> int:
    return (await session.execute(text(f"select count(*) from {table}"))).scalar_one()


async def counts(session: AsyncSession) -> list[int]:
    return await asyncio.gather(count(session, "orders"), count(session, "carts"))  # expect: ISO203


async def all_counts(session: AsyncSession, tables: list[str]) -> list[int]:
    return await asyncio.gather(*[count(session, table) for table in tables])  # expect: ISO203


async def by_the_session_itself(session: AsyncSession) -> None:
    await asyncio.gather(session.execute(text("select 1")), session.execute(text("select 2")))  # expect: ISO203
