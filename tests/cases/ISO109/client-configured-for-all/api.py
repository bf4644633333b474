import google.generativeai as genai
from flask import Flask, request

app = Flask(__name__)


@app.post("/summary")
def summary():
    key = request.headers["X-Api-Key"]
    genai.configure(api_key=key)  # expect: ISO109
    model = genai.GenerativeModel("gemini-pro")
    return model.generate_content(request.json["text"]).text
