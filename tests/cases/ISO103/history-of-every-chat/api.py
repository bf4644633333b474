from fastapi import FastAPI

app = FastAPI()
history = []


@app.post("/chat")
async def chat(message: str):
    history.append({"role": "user", "content": message})  # expect: ISO103
    return answer(history)


def answer(messages):
    return messages[-1]["content"]
