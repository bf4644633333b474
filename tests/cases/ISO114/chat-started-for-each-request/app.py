import google.generativeai as genai
from fastapi import FastAPI

app = FastAPI()
model = genai.GenerativeModel("gemini-pro")
chats = {}


@app.post("/ask")
def ask(question: str):
    return model.start_chat(history=[]).send_message(question).text


@app.post("/talk/{session_id}")
def talk(session_id: str, question: str):
    if session_id not in chats:
        chats[session_id] = model.start_chat(history=[])
    return chats[session_id].send_message(question).text


@app.post("/once")
def once(question: str):
    return model.generate_content(question).text
