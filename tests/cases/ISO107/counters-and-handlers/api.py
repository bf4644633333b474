from fastapi import FastAPI
from jobs import Job

app = FastAPI()


@app.post("/jobs")
def start(user_id: str, text: str):
    job = Job(user_id)
    job.text = text
    job.steps = [text]
    job.steps.append(text)
    return job.run(), Job.started, Job.describe()
