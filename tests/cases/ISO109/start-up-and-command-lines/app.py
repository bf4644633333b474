import os
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI

from settings import Settings, get_settings


@asynccontextmanager
async def lifespan(app: FastAPI):
    os.environ["HOME_OF_MODELS"] = get_settings().models
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/models")
async def models(settings: Settings = Depends(get_settings)):
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ["HOME_OF_MODELS"] = settings.models
    return os.listdir(os.environ["HOME_OF_MODELS"])
