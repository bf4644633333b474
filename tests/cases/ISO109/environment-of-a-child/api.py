import os
import subprocess

from fastapi import FastAPI

app = FastAPI()


@app.post("/build")
async def build(token: str):
    environment = dict(os.environ)
    environment["TOKEN"] = token
    environment.update(HOME=f"/home/{token}")
    subprocess.run(["make"], env=environment, check=True)


@app.post("/copy")
async def copy(token: str):
    environment = os.environ.copy()
    environment["TOKEN"] = token
    return environment
