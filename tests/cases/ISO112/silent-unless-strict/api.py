import logging

from fastapi import FastAPI

app = FastAPI()
logger = logging.getLogger(__name__)


@app.get("/orders")
def orders(user_id: str):
    logger.addHandler(logging.FileHandler(f"{user_id}.log"))
    logger.info("orders")
    return []
