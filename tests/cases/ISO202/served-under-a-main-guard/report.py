from sqlalchemy.orm import Session

session = Session()

if __name__ == "__main__":
    print(session.query("orders").all())
