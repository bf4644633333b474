from fastapi import FastAPI
from state import log, record

app = FastAPI()


@app.get("/log")
def read():
    return log
