from fastapi import FastAPI, Header

from database import session_for

app = FastAPI()


@app.get("/orders")
def orders(x_tenant: str = Header()):
    with session_for(x_tenant) as session:
        return session.query("orders").all()
