from fastapi import FastAPI
from memory import Memory

app = FastAPI()
memory = Memory()  # expect: ISO105


@app.post("/chat")
def chat(text: str):
    memory.add(text)
    return memory.all()
