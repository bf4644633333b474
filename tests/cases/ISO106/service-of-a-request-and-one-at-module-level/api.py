from fastapi import Depends, FastAPI
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker
from users import UserService

app = FastAPI()
session_factory = sessionmaker(create_engine("sqlite://"))


def get_session():
    with session_factory() as session:
        yield session


def get_service(session: Session = Depends(get_session)):
    return UserService(session)


@app.get("/users/{user_id}")
def user(user_id: str, service: UserService = Depends(get_service)):
    return service.load(user_id)
