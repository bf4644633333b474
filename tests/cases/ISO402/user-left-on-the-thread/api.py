from fastapi import FastAPI, Request
from tracing import local

app = FastAPI()


@app.middleware("http")
async def remember(request: Request, call_next):
    local.user = request.headers["X-User"]
    return await call_next(request)
