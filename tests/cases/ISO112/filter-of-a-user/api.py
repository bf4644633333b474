import logging

from fastapi import FastAPI

app = FastAPI()
logger = logging.getLogger(__name__)


class UserFilter(logging.Filter):
    def __init__(self, user_id):
        super().__init__()
        self.user_id = user_id

    def filter(self, record):
        record.user = self.user_id
        return True


class Plain(logging.Filter):
    def filter(self, record):
        return "secret" not in record.msg


logger.addFilter(Plain())


@app.get("/orders")
def orders(user_id: str):
    logger.addFilter(UserFilter(user_id))  # expect: ISO112
    logger.info("orders")
    return []


@app.get("/parcels")
def parcels(user_id: str):
    log = logging.getLogger("parcels")
    mine = UserFilter(user_id)
    log.addFilter(mine)
    try:
        log.info("parcels")
    finally:
        log.removeFilter(mine)
    return []


@app.get("/quiet")
def quiet(user_id: str):
    logger.addFilter(Plain())
    return user_id
