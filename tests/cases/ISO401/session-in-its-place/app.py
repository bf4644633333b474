from agents import AgentInstanceFactory
from fastapi import Depends, FastAPI
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

app = FastAPI()
Local = sessionmaker(create_engine("sqlite://"))
factory = AgentInstanceFactory()


def get_db():
    with Local() as session:
        yield session


@app.get("/ask")
def ask(question: str, user_id: str, db: Session = Depends(get_db)):
    return factory.create_agent("helper", db)  # expect: ISO401
