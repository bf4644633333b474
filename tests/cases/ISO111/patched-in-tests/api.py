from fastapi import FastAPI
from vendor import Client

app = FastAPI()


@app.get("/")
def home():
    return Client(Client.region).call()
