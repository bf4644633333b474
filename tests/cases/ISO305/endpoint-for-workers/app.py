import asyncio

from fastapi import FastAPI

app = FastAPI()
jobs: asyncio.Queue = asyncio.Queue()


@app.post("/jobs")
async def add(job: dict):
    await jobs.put(job)


@app.get("/jobs/next")
async def next_job():
    return await jobs.get()
