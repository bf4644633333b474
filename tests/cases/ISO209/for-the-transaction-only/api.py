from fastapi import FastAPI
from sqlalchemy import create_engine, text
from sqlalchemy.orm import sessionmaker

app = FastAPI()
SessionLocal = sessionmaker(create_engine("postgresql://shop"))


@app.get("/orders")
def orders(tenant: str, seconds: int):
    with SessionLocal() as session, session.begin():
        session.execute(text(f"SET LOCAL search_path TO {tenant}"))
        session.execute(text("SELECT set_config('app.tenant', :tenant, true)"), {"tenant": tenant})
        session.execute(text(f"SET statement_timeout = {seconds}"))
        session.execute(text("SET TRANSACTION READ ONLY"))
        session.execute(text("UPDATE orders SET tenant = :tenant"), {"tenant": tenant})
        return session.execute(text("SELECT * FROM orders")).all()
