import google.generativeai as genai

chat = genai.GenerativeModel("gemini-pro").start_chat(history=[])  # expect: ISO114


def begin():
    return genai.GenerativeModel("gemini-pro").start_chat(history=[])
