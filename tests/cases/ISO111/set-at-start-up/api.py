import vendor
from fastapi import FastAPI
from vendor import Client

vendor.timeout = 5
Client.region = "eu"
app = FastAPI()


@app.on_event("startup")
def configure(name="production"):
    Client.environment = name
    vendor.environment = name


@app.get("/")
def home(user_id: str):
    Client.retries = 3
    return Client(user_id, Client.region, Client.environment, Client.retries).call()
