from sqlalchemy.orm import Session, sessionmaker

factory = sessionmaker()
_session: Session | None = None


def get_session() -> Session:
    global _session
    if _session is None:
        _session = factory()  # expect: ISO202
    return _session
