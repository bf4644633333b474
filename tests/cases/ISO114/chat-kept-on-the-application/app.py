from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from google import genai


@asynccontextmanager
async def lifespan(app: FastAPI):
    client = genai.Client()
    app.state.chat = client.chats.create(model="gemini-pro")  # expect: ISO114
    yield


app = FastAPI(lifespan=lifespan)


@app.post("/ask")
def ask(request: Request, question: str):
    return request.app.state.chat.send_message(question).text
