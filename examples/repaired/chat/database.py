"""The messages, in SQLite."""

from collections.abc import Iterator
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker

folder = TemporaryDirectory(prefix="chat-", ignore_cleanup_errors=True)  # a demo: gone when the process ends
engine = create_engine(f"sqlite:///{folder.name}/chat.db")
session_factory = sessionmaker(engine)


class Base(DeclarativeBase):
    pass


class Message(Base):
    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    sender: Mapped[str]
    recipient: Mapped[str] = mapped_column(index=True)
    text: Mapped[str]


def get_session() -> Iterator[Session]:
    """One session a request; what was not committed is rolled back."""
    with session_factory() as session:
        yield session
