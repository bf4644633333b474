from fastapi import Depends, FastAPI
from fastapi.security import HTTPBearer

app = FastAPI()


def get_reader_optional(bearer=Depends(HTTPBearer(auto_error=False))):
    return bearer


@app.get("/books")
async def books(reader=Depends(get_reader_optional)):
    return ["for you"] if reader else []


@app.get("/loans")
async def loans(reader=Depends(HTTPBearer())):
    return []
