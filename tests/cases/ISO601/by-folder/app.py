from fastapi import Depends, FastAPI
from fastapi.security import HTTPBearer

app = FastAPI()


@app.get("/chats")
async def chats(reader=Depends(HTTPBearer())):
    return []
