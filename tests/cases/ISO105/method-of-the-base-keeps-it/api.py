from agents import Writer
from fastapi import FastAPI

app = FastAPI()
writer = Writer()  # expect: ISO105


@app.post("/write")
def write(topic: str):
    return writer.write(topic)
