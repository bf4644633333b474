from sqlalchemy.orm import Session

session = Session()
session.add("order")
session.commit()
