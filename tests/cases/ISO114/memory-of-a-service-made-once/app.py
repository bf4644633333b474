from fastapi import FastAPI

from service import Assistant

app = FastAPI()
assistant = Assistant()


@app.post("/ask")
async def ask(question: str):
    return [assistant.answer(question), await assistant.plan(question)]
