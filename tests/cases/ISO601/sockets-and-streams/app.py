from fastapi import FastAPI, Security
from fastapi.security import HTTPBearer

app = FastAPI(dependencies=[Security(HTTPBearer())])
