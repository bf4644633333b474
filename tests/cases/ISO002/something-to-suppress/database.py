from sqlalchemy.orm import Session, sessionmaker

session = Session()  # noqa: ISO202
other = Session()  # isolint: ignore[global-session] one worker, one thread
third = Session()  # isolint: shared: one worker, one thread


class Orders:
    session = sessionmaker()()  # type: ignore[misc]  # noqa: F811, ISO202
