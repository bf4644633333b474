from database import get_session, make_session, session_scope
from sqlalchemy import text


async def entered() -> None:
    async with get_session() as session:  # expect: ISO208
        await session.execute(text("select 1"))


async def iterated() -> None:
    async for session in session_scope():  # expect: ISO208
        await session.execute(text("select 1"))


async def entered_before_it_is_awaited() -> None:
    async with make_session() as session:  # expect: ISO208
        await session.execute(text("select 1"))


async def called_before_it_is_awaited() -> None:
    session = make_session()  # expect: ISO208
    await session.execute(text("select 1"))
