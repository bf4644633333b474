from fastapi import FastAPI

app = FastAPI()
current_user = None


@app.post("/login")
def login(user_id: str):
    global current_user
    current_user = user_id  # expect: ISO104
    return "welcome"


@app.get("/me")
def me():
    return current_user
