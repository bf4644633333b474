import os  # noqa: F401
from sqlalchemy.orm import sessionmaker  # type: ignore[import-untyped]

sessions = sessionmaker()  # noqa
