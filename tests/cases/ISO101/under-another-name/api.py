import chat
from fastapi import FastAPI

app = FastAPI()
app.add_api_route("/ask", chat.answer)
