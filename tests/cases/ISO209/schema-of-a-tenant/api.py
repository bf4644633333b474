from fastapi import Depends, FastAPI, Header
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, sessionmaker

app = FastAPI()
SessionLocal = sessionmaker(create_engine("postgresql://shop"))


def tenant_session(x_tenant: str = Header()):
    with SessionLocal() as session:
        session.execute(text(f"SET search_path TO {x_tenant}"))  # expect: ISO209
        yield session


@app.get("/orders")
def orders(session: Session = Depends(tenant_session)):
    return session.execute(text("SELECT * FROM orders")).all()


@app.get("/parcels")
def parcels(tenant: str, session: Session = Depends(tenant_session)):
    session.execute(text("SELECT set_config('app.tenant', :tenant, false)"), {"tenant": tenant})  # expect: ISO209
    return session.execute(text("SELECT * FROM parcels")).all()
