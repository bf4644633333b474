from fastapi import FastAPI

app = FastAPI()
stores = {}


@app.post("/jobs")
def start(user_id: str | None = None, org_id: str | None = None):
    stores[user_id or "system"] = 1
    return stores.get(org_id or "global")
