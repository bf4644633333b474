from sqlalchemy.orm import sessionmaker

_sessions = sessionmaker()


def create_session():
    return _sessions()
