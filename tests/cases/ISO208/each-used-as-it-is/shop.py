from contextlib import aclosing

from database import Sessions, get_session, make_session, session_block, sync_session
from sqlalchemy import text


async def used(sessions: Sessions) -> None:
    async for session in get_session():
        await session.execute(text("select 1"))
    async with session_block() as session:
        await session.execute(text("select 1"))
    async with aclosing(get_session()) as opened:
        async for session in opened:
            await session.execute(text("select 1"))
    with sync_session() as session:
        session.execute(text("select 1"))
    session = await make_session()
    await session.execute(text("select 1"))
    async with await make_session() as session:
        await session.execute(text("select 1"))
    pending = make_session()
    pending.close()
    async with sessions.open_session() as session:
        await session.execute(text("select 1"))
