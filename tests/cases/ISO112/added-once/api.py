import logging
from contextvars import ContextVar

from fastapi import FastAPI

app = FastAPI()
logger = logging.getLogger(__name__)
current_user = ContextVar("current_user", default="")


class UserFilter(logging.Filter):
    def filter(self, record):
        record.user = current_user.get()
        return True


logger.addFilter(UserFilter())


@app.get("/orders")
async def orders(user_id: str):
    current_user.set(user_id)
    logger.info("orders")
    return []
