from fastapi import FastAPI

app = FastAPI()
last = ""


@app.get("/weather")
def weather(place: str):
    globals()["last"] = place  # expect: ISO104
    return last
