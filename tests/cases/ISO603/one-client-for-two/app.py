from fastapi import Depends, FastAPI
from fastapi.security import HTTPBearer

app = FastAPI()


def verify_token(bearer=Depends(HTTPBearer())):
    return bearer.credentials


@app.get("/books")
async def books(reader=Depends(verify_token)):
    return []
