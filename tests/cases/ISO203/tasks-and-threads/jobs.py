import asyncio
from threading import Thread

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


async def rename(session: AsyncSession, number: int) -> None:
    await session.execute(text(f"update orders set name = 'x' where id = {number}"))


async def in_a_group(session: AsyncSession, numbers: list[int]) -> None:
    async with asyncio.TaskGroup() as group:
        for number in numbers:
            group.create_task(rename(session, number))  # expect: ISO203


async def as_tasks(session: AsyncSession) -> None:
    first = asyncio.create_task(rename(session, 1))
    second = asyncio.create_task(rename(session, 2))
    await asyncio.wait([first, second])  # expect: ISO203


async def by_a_nested_function(session: AsyncSession, numbers: list[int]) -> None:
    async def one(number: int) -> None:
        await rename(session, number)

    await asyncio.gather(*map(one, numbers))  # expect: ISO203


def archive(session: Session, table: str) -> None:
    session.execute(text(f"insert into archive select * from {table}"))


def in_threads(session: Session, tables: list[str]) -> None:
    threads = []
    for table in tables:
        thread = Thread(target=archive, args=(session, table))  # expect: ISO203
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
