from contextvars import ContextVar

from sqlalchemy import create_engine, event

tenant = ContextVar("tenant")
engine = create_engine("postgresql://shop")


@event.listens_for(engine, "checkout")
def begin(connection, record, proxy):
    connection.cursor().execute(f"SET app.tenant = '{tenant.get()}'")


@event.listens_for(engine, "begin")
def start(conn):
    conn.exec_driver_sql(f"SET search_path TO {tenant.get()}")
