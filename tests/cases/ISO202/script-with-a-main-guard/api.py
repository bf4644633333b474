from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session

app = FastAPI()


@app.get("/orders")
def orders(session=Depends(lambda: Session())):
    return session.query("orders").all()
