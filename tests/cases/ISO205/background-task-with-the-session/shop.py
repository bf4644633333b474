import asyncio

from database import get_session
from fastapi import BackgroundTasks, Depends, FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

app = FastAPI()


async def remember(session: AsyncSession, number: int) -> None:
    await session.execute(text(f"insert into visits values ({number})"))


class Images:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def save(self, name: str) -> None:
        await self.session.execute(text("insert into images values (1)"))


@app.post("/visits")
async def visit(tasks: BackgroundTasks, session: AsyncSession = Depends(get_session)) -> None:
    tasks.add_task(remember, session, 1)  # expect: ISO205


@app.post("/images")
async def upload(tasks: BackgroundTasks, session: AsyncSession = Depends(get_session)) -> None:
    images = Images(session)
    tasks.add_task(images.save, "cat")  # expect: ISO205


@app.post("/tasks")
async def start(session: AsyncSession = Depends(get_session)) -> None:
    asyncio.create_task(remember(session, 2))  # expect: ISO205
