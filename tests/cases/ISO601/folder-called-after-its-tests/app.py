from fastapi import Depends, FastAPI
from fastapi.security import HTTPBearer

app = FastAPI()


@app.get("/orders/{name}")
def orders(name: str, who=Depends(HTTPBearer())):
    return {"name": name}
