from collections import Counter

import prometheus_client
from fastapi import FastAPI

app = FastAPI()
stats = {"requests": 0, "bytes": 0}
by_path = Counter()
orders = prometheus_client.Counter("orders", "Orders placed")
sizes = []


@app.post("/orders")
def order(text: str):
    stats["requests"] += 1
    stats["bytes"] += len(text)
    by_path["/orders"] += 1
    orders.inc()
    return stats, by_path
