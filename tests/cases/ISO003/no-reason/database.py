from sqlalchemy.orm import Session

session = Session()  # isolint: ignore[ISO202]  # expect: ISO003
other = Session()  # noqa: ISO202  # expect: ISO003
third = Session()  # isolint: shared  # expect: ISO003
