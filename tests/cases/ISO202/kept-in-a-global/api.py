from database import get_session
from fastapi import Depends, FastAPI

app = FastAPI()


@app.get("/orders")
def orders(session=Depends(get_session)):
    return session.query("orders").all()
