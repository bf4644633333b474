from clients import weather
from fastapi import FastAPI
from sqlalchemy.orm import Session

app = FastAPI()


@app.get("/weather")
def today():
    with Session() as session:
        session.add(weather.session.get("https://weather.example").json())
