import state
from fastapi import FastAPI

app = FastAPI()


@app.on_event("startup")
def connect():
    state.configure("production")


@app.get("/")
def home():
    return state.environment
