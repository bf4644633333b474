from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def home():
    return "an agent for the terminal"
