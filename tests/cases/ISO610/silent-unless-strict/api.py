from fastapi import FastAPI

app = FastAPI()


@app.get("/users/{user_id}")
async def user(user_id: str):
    return [user_id]
