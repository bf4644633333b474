import os

import openai
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Question(BaseModel):
    api_key: str
    model: str
    text: str


@app.post("/ask")
async def ask(question: Question):
    openai.api_key = question.api_key  # expect: ISO109
    choose(question.model)
    return {"answer": await answer(question.text)}


def choose(model):
    os.environ["MODEL"] = model  # expect: ISO109
    os.environ["TOKENIZERS_PARALLELISM"] = "false"


async def answer(text):
    return openai.ChatCompletion.create(messages=[text], model=os.environ["MODEL"])
