import google.generativeai as genai

model = genai.GenerativeModel("gemini-pro")
chat = model.start_chat(history=[])


def send(user, message):
    return chat.send_message(f"[{user}]: {message}").text


while True:
    print(send("me", input("> ")))
