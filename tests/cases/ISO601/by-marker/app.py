from fastapi import Depends, FastAPI
from fastapi.security import OAuth2PasswordBearer

app = FastAPI()


@app.get("/orders")
async def orders(reader=Depends(OAuth2PasswordBearer("/token"))):
    return []
