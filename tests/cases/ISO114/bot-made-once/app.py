from fastapi import FastAPI

from bot import Bot

app = FastAPI()
bot = Bot()


@app.post("/ask")
def ask(question: str):
    return bot.ask(question)
