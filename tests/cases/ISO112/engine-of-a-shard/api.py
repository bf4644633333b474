from fastapi import FastAPI
from sqlalchemy import create_engine, event

app = FastAPI()
engine = create_engine("postgresql://shop")
engines = {}


def engine_of(tenant_id):
    if tenant_id not in engines:
        made = create_engine(f"postgresql://{tenant_id}")
        event.listen(made, "do_connect", password_of(tenant_id))
        engines[tenant_id] = made
    return engines[tenant_id]


def password_of(tenant_id):
    def provide(dialect, record, arguments, parameters):
        parameters["password"] = tenant_id

    return provide


@app.get("/orders")
def orders(tenant_id: str):
    return engine_of(tenant_id).connect()


@app.get("/parcels")
def parcels(tenant_id: str):
    event.listen(engine, "do_connect", password_of(tenant_id))  # expect: ISO112
    with engine.connect() as connection:
        return connection.execute("SELECT * FROM parcels").all()
