from sqlalchemy.orm import Session


class Database:
    _session = None

    @classmethod
    def session(cls):
        if cls._session is None:
            cls._session = Session()  # expect: ISO202
        return cls._session
