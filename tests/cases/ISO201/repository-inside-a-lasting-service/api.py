from fastapi import FastAPI
from orders import Repository, Service

app = FastAPI()
service = Service(Repository())


@app.get("/orders")
def orders():
    return service.repository.session.exec("orders").all()
