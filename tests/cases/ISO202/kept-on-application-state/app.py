from contextlib import asynccontextmanager

from fastapi import FastAPI
from sqlalchemy.orm import Session, sessionmaker


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.audit = Session()  # expect: ISO202
    app.state.make_session = sessionmaker()
    yield


app = FastAPI(lifespan=lifespan)
app.state.session = Session()  # expect: ISO202
