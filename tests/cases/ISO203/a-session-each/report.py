import asyncio

import httpx
from database import Session
from sqlalchemy import text


async def count(table: str) -> int:
    async with Session() as session:
        return (await session.execute(text(f"select count(*) from {table}"))).scalar_one()


async def counts() -> list[int]:
    return await asyncio.gather(count("orders"), count("carts"))


async def all_counts(tables: list[str]) -> list[int]:
    tasks = []
    for table in tables:
        tasks.append(count(table))
    return await asyncio.gather(*tasks)


async def opened_in_each_round(tables: list[str]) -> None:
    async def one(table: str) -> None:
        async with Session() as session:
            await session.execute(text(f"delete from {table}"))

    await asyncio.gather(*[one(table) for table in tables])


async def fetched(urls: list[str]) -> list[httpx.Response]:
    async with httpx.AsyncClient() as client:
        return await asyncio.gather(*[client.get(url) for url in urls])
