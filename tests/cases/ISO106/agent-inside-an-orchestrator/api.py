from fastapi import FastAPI
from orchestrator import Orchestrator

app = FastAPI()
orchestrator = Orchestrator()


@app.post("/run")
async def run(user_id: str, task: str):
    return await orchestrator.run(user_id, task)
