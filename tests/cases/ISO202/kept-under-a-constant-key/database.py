from sqlalchemy.orm import sessionmaker

SessionLocal = sessionmaker()
_kept = {}
_by_user = {}


def get_session():
    if "session" not in _kept:
        _kept["session"] = SessionLocal()  # expect: ISO202
    return _kept["session"]


def session_of(user_id):
    if user_id not in _by_user:
        _by_user[user_id] = SessionLocal()
    return _by_user[user_id]
