from sqlalchemy.orm import Session

session = Session()  # isolint: ignore[ISO202] one worker, one thread
other = Session()  # noqa: ISO202 one worker, one thread
third = Session()  # isolint: shared: one worker, one thread
