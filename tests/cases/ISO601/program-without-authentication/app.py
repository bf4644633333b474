from fastapi import FastAPI

app = FastAPI()


@app.get("/weather")
async def weather():
    return "rain"
