"""The application: `uvicorn chat.app:app`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from chat.api import messages, sockets
from chat.database import Base, engine


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    Base.metadata.create_all(engine)
    yield


app = FastAPI(title="chat", lifespan=lifespan)
app.include_router(messages.router)
app.include_router(sockets.router)


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
