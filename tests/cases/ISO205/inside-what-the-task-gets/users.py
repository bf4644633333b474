from dataclasses import dataclass

from database import Session
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker


class Users:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def count(self) -> int:
        return (await self.session.execute(text("select count(*) from users"))).scalar_one()

    def title(self) -> str:
        return "users"


@dataclass
class Orders:
    users: Users
    session: AsyncSession

    async def close(self) -> None:
        await self.session.execute(text("delete from orders"))


class Archive:
    """Opens a session whenever it needs one."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self.sessions = sessions

    async def save(self) -> None:
        async with self.sessions() as session:
            await session.execute(text("insert into archive values (1)"))


class Export:
    """Is the owner of its session."""

    def __init__(self) -> None:
        self.session = Session()

    async def run(self) -> None:
        await self.session.execute(text("select 1"))
        await self.session.close()


async def get_users():
    async with Session() as session:
        yield Users(session)


async def get_orders():
    async with Session() as session:
        yield Orders(Users(session), session)


def get_archive() -> Archive:
    return Archive(Session)


def get_export() -> Export:
    return Export()
