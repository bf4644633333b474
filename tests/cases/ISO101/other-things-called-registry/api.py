from agents import registry
from fastapi import FastAPI, Request
from prometheus_client import CollectorRegistry

app = FastAPI()
metrics_registry = CollectorRegistry()


@app.get("/ask")
async def ask(request: Request):
    make = registry.get("helper")
    agents = {"helper": make()}
    metrics_registry.get_sample_value("asked")
    return agents["helper"], request.headers.get("accept"), request.query_params.get("q")
