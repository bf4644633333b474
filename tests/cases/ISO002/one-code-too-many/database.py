from sqlalchemy.orm import Session

session = Session()  # noqa: ISO202, ISO301  # expect: ISO002
