from sqlalchemy.orm import Session

session = Session()  # isolint: ignore[ISO222] one worker only  # expect: ISO002 ISO202
cursor = session.connection()  # isolint: ingore[ISO202] one worker only  # expect: ISO002
