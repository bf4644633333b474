import uuid

from fastapi import BackgroundTasks, FastAPI
from jobs import JobStore

app = FastAPI()
store = JobStore()
results = {}


def work(job_id, text):
    results[job_id]["status"] = "done"
    results[job_id]["text"] = text.upper()


@app.post("/jobs")
def start(text: str, background: BackgroundTasks):
    job_id = str(uuid.uuid4())
    results[job_id] = {"status": "running", "text": text}
    background.add_task(work, job_id, text)
    return {"job": job_id, "kept": store.add(text)}


@app.get("/jobs/{job_id}")
def status(job_id: str):
    return results[job_id], store.jobs.get(job_id)
