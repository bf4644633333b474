from fastapi import APIRouter
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

router = APIRouter()
engine = create_engine("postgresql://shop")


class Repository:
    def __init__(self):
        self.Session = scoped_session(sessionmaker(engine))

    def parcels(self):
        with self.Session() as session:
            return session.query("parcels").all()

    def letters(self):
        session = self.Session()
        try:
            return session.query("letters").all()
        finally:
            session.close()


repository = Repository()


@router.get("/all")
async def everything():
    return repository.parcels() + repository.letters() + visitors()


def visitors():
    Local = scoped_session(sessionmaker(engine))
    return Local().query("visitors").all()
