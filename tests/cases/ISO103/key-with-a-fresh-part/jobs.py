from uuid import uuid4

from fastapi import FastAPI

app = FastAPI()
JOBS = {}
REPORTS = {}


@app.post("/jobs")
def start(kind: str):
    key = f"{kind}-{uuid4()}"
    JOBS[key] = {"kind": kind}
    REPORTS[f"last-{kind}"] = {"kind": kind}  # expect: ISO103
    return key


@app.get("/jobs")
def jobs():
    return JOBS, REPORTS
