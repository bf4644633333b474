from sqlalchemy.orm import Session

session = Session()  # expect: ISO202
