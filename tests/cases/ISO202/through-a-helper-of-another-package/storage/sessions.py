from sqlalchemy.orm import Session, sessionmaker

_sessions = sessionmaker()


def open_session(bind=None) -> Session:
    session = _sessions(bind=bind)
    return session
