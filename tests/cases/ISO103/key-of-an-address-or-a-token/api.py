from fastapi import Depends, FastAPI, Request
from fastapi.security import OAuth2PasswordBearer

app = FastAPI()
scheme = OAuth2PasswordBearer(tokenUrl="token")
logins = {}
hits = {}


@app.get("/me")
def me(request: Request, token: str = Depends(scheme)):
    logins[token] = {"path": request.url.path}
    hits[request.client.host] = request.url.path
    return logins[token], hits[request.client.host]
