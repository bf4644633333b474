import aiosqlite
import asyncpg
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession, async_sessionmaker, create_async_engine

engine = create_async_engine("postgresql+asyncpg://localhost/hotel")
Local = async_sessionmaker(engine)
app = FastAPI()


async def open_session() -> AsyncSession:
    return Local()


@app.get("/rooms")
async def rooms(floor: int) -> list[int]:
    """All rooms of a floor."""
    # the house's own connection, not the session's
    connection: AsyncConnection = await engine.connect()  # expect: ISO204
    found = await connection.execute(
        text("""
            select number from rooms
            where floor = :floor"""),
        {"floor": floor},
    )

    # no longer needed
    await connection.close()

    return [row.number for row in found]


@app.get("/guests")
async def guests() -> int:
    session = await open_session()  # expect: ISO204
    archive = await aiosqlite.connect("guests.db")  # expect: ISO204
    await archive.execute("select 1")
    count = await session.scalar(text("select count(*) from guests"))
    await archive.close()
    await session.close()
    return count or 0


@app.get("/bells")
async def bells() -> str:
    line = await asyncpg.connect("postgresql://localhost/hotel")  # expect: ISO204
    rung = await line.fetchval("select who from bells")
    await line.close()
    return rung
