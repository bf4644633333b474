import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Thread

from fastapi import BackgroundTasks
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


async def count(session: AsyncSession, table: str) -> int:
    return (await session.execute(text(f"select count(*) from {table}"))).scalar_one()


def archive(session: Session, table: str) -> None:
    session.execute(text(f"insert into archive select * from {table}"))


def one_run_after_the_other(session: AsyncSession) -> None:
    asyncio.run(count(session, "orders"))
    asyncio.run(count(session, "carts"))


def on_one_loop(session: AsyncSession, tables: list[str]) -> None:
    loop = asyncio.new_event_loop()
    for table in tables:
        loop.run_until_complete(count(session, table))
    task = loop.create_task(count(session, "orders"))
    loop.run_until_complete(task)
    task = loop.create_task(count(session, "carts"))
    loop.run_until_complete(task)


def threads_joined_at_once(session: Session, tables: list[str]) -> None:
    for table in tables:
        thread = Thread(target=archive, args=(session, table))
        thread.start()
        thread.join()


def results_waited_for_at_once(session: Session) -> None:
    with ThreadPoolExecutor() as pool:
        pool.submit(archive, session, "orders").result()
        pool.submit(archive, session, "carts").result()


async def callbacks_of_the_loop(session: Session) -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(archive, session, "orders")  # expect: ISO205
    loop.call_soon(archive, session, "carts")  # expect: ISO205


async def after_the_answer(tasks: BackgroundTasks, session: AsyncSession) -> None:
    tasks.add_task(count, session, "orders")  # expect: ISO205
    tasks.add_task(count, session, "carts")  # expect: ISO205


def gathered_in_one_run(session: AsyncSession) -> None:
    loop = asyncio.new_event_loop()
    loop.run_until_complete(asyncio.gather(count(session, "orders"), count(session, "carts")))  # expect: ISO203


def both_started_before(session: AsyncSession) -> None:
    loop = asyncio.new_event_loop()
    first = loop.create_task(count(session, "orders"))
    second = loop.create_task(count(session, "carts"))  # expect: ISO203
    loop.run_until_complete(first)
    loop.run_until_complete(second)


def both_submitted_before(session: Session) -> None:
    with ThreadPoolExecutor() as pool:
        first = pool.submit(archive, session, "orders")
        second = pool.submit(archive, session, "carts")  # expect: ISO203
        first.result()
        second.result()
