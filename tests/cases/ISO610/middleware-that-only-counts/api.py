from fastapi import FastAPI
from starlette.middleware.base import BaseHTTPMiddleware


class Counter(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        self.count = self.count + 1
        return await call_next(request)


app = FastAPI()
app.add_middleware(Counter)


@app.get("/users/{user_id}/orders")
async def orders(user_id: str):  # expect: ISO610
    return [user_id]
