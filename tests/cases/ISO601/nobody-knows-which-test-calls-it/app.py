from fastapi import Depends, FastAPI
from fastapi.security import APIKeyHeader

app = FastAPI(dependencies=[Depends(APIKeyHeader(name="X-Reader"))])
