from fastapi import FastAPI

app = FastAPI()


@app.get("/profiles/{user_id}")
async def profile(user_id: str):
    return [user_id]
