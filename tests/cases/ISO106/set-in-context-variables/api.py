from current import checked, current
from fastapi import FastAPI

app = FastAPI()


@app.post("/hello")
async def hello(user_id: str):
    current.user = user_id
    checked.user = user_id  # expect: ISO106
    return current.user, checked.user
