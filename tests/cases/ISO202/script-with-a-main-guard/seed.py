from sqlalchemy.orm import Session


def seed(session: Session):
    session.add("order")


if __name__ == "__main__":
    session = Session()
    seed(session)
