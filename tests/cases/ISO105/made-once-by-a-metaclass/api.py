from fastapi import FastAPI
from profile import Profile

app = FastAPI()


@app.post("/profile")
def profile(city: str):
    Profile().set(city)
    return Profile().facts
