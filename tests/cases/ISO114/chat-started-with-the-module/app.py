import google.generativeai as genai
from fastapi import FastAPI

app = FastAPI()
model = genai.GenerativeModel("gemini-pro")
chat = model.start_chat(history=[])  # expect: ISO114


@app.post("/ask")
def ask(question: str):
    return chat.send_message(question).text
