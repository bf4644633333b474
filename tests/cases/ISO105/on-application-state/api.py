from contextlib import asynccontextmanager

from agents import Agent, Recorder
from fastapi import FastAPI, Request


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.agent = Agent()  # expect: ISO105
    app.state.recorder = Recorder()
    yield


app = FastAPI(lifespan=lifespan)


@app.post("/run")
async def run(task: str, request: Request):
    recorder = request.app.state.recorder
    recorder.record(task)
    return request.app.state.agent.run(task), recorder.marks
