from fastapi import Depends, FastAPI
from fastapi.security import HTTPBearer

app = FastAPI()


def reader(bearer=Depends(HTTPBearer())):
    return bearer.credentials


def database():
    return {}


@app.get("/books")
async def books(who=Depends(reader), db=Depends(database)):
    return db.get(who, [])
