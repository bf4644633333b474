from sqlalchemy.orm import sessionmaker

sessions = sessionmaker()  # noqa: ISO202  # expect: ISO002
engine = None  # isolint: ignore[shared-session] made at start-up  # expect: ISO002
prices = {}  # isolint: shared: prices only  # expect: ISO002
