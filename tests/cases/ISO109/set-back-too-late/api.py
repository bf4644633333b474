import contextlib
import os

from fastapi import FastAPI

app = FastAPI()


@app.get("/report")
async def report(folder: str):
    before = os.getcwd()
    os.chdir(folder)  # expect: ISO109
    try:
        return await collect()
    finally:
        os.chdir(before)


@app.get("/files")
def files(folder: str):
    before = os.getcwd()
    os.chdir(folder)  # expect: ISO109
    try:
        return os.listdir()
    finally:
        os.chdir(before)


@app.get("/tree")
def tree(folder: str):
    with contextlib.chdir(folder):  # expect: ISO109
        return list(os.walk("."))


async def collect():
    return os.listdir()
