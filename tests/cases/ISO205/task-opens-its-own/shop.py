import asyncio

from database import Session, get_session
from fastapi import BackgroundTasks, Depends, FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

app = FastAPI()


async def remember(number: int) -> None:
    async with Session() as session:
        await session.execute(text(f"insert into visits values ({number})"))


async def count(session: AsyncSession) -> int:
    return (await session.execute(text("select count(*) from visits"))).scalar_one()


def load(session: AsyncSession) -> int:
    return 1


async def finish(session: AsyncSession) -> None:
    try:
        await session.execute(text("delete from visits"))
    finally:
        await session.close()


@app.post("/visits")
async def visit(tasks: BackgroundTasks, session: AsyncSession = Depends(get_session)) -> None:
    number = await count(session)
    tasks.add_task(remember, number)
    tasks.add_task(remember, load(session))


@app.post("/awaited")
async def awaited(session: AsyncSession = Depends(get_session)) -> int:
    task = asyncio.create_task(count(session))
    await asyncio.sleep(0)
    return await task


@app.post("/gathered")
async def gathered(session: AsyncSession = Depends(get_session)) -> None:
    tasks = []
    tasks.append(asyncio.create_task(count(session)))
    tasks.append(asyncio.create_task(remember(1)))
    await asyncio.gather(*tasks)


@app.post("/handed-over")
async def handed_over() -> None:
    session = Session()
    asyncio.create_task(finish(session))


@app.post("/closed-by-the-task")
async def closed_by_the_task(session: AsyncSession = Depends(get_session)) -> None:
    asyncio.create_task(finish(session))
