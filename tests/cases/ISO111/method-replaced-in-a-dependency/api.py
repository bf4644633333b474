from fastapi import Depends, FastAPI
from mailer import Mailer

app = FastAPI()


def sender(address: str):
    Mailer.sender = address  # expect: ISO111
    return Mailer


@app.post("/mail")
def mail(text: str, mailer=Depends(sender)):
    return mailer().send(Mailer.sender, text)
