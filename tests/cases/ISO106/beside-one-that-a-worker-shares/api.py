from fastapi import FastAPI
from mailer import Mailer

app = FastAPI()


@app.post("/mail")
def mail(user_id: str, text: str):
    mailer = Mailer()
    mailer.to(user_id)
    return mailer.send(text)
