from sqlalchemy import create_engine, event, text
from sqlalchemy.orm import sessionmaker

engine = create_engine("postgresql://shop")
SessionLocal = sessionmaker(engine)


@event.listens_for(engine, "checkin")
def clean(connection, record):
    connection.cursor().execute("DISCARD ALL")


def session_for(tenant):
    session = SessionLocal()
    session.execute(text(f"SET search_path TO {tenant}"))
    return session
