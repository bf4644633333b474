from fastapi import FastAPI
from settings import Settings

app = FastAPI()


@app.get("/")
def home():
    return Settings.region, Settings.names
