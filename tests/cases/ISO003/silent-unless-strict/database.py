from sqlalchemy.orm import Session

session = Session()  # noqa: ISO202
