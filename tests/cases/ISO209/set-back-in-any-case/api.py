import psycopg
from fastapi import FastAPI
from psycopg_pool import ConnectionPool

app = FastAPI()
pool = ConnectionPool("postgresql://shop")


@app.get("/orders")
def orders(tenant: str):
    with pool.connection() as connection:
        connection.execute("SELECT set_config('app.tenant', %s, false)", (tenant,))
        try:
            return connection.execute("SELECT * FROM orders").fetchall()
        finally:
            connection.execute("SELECT set_config('app.tenant', '', false)")


@app.get("/parcels")
def parcels(role: str):
    with psycopg.connect("postgresql://shop") as connection:
        connection.execute(f"SET ROLE {role}")
        return connection.execute("SELECT * FROM parcels").fetchall()
