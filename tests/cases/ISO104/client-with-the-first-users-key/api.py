from clients import answer
from fastapi import FastAPI, Header

app = FastAPI()


@app.post("/ask")
def ask(question: str, x_api_key: str = Header()):
    return answer(question, x_api_key)
