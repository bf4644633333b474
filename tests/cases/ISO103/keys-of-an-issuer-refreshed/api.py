from fastapi import Depends, FastAPI
from fastapi.security import HTTPBearer
from keys import verified

app = FastAPI()


@app.get("/me")
def me(token=Depends(HTTPBearer())):
    return verified(token.credentials)
