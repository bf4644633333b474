from sqlalchemy.orm import Session

session = Session()
print(session.query("orders").count())
