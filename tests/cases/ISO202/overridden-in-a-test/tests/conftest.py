import pytest
from app import SessionLocal, app, get_session


@pytest.fixture
def session():
    session = SessionLocal()
    app.dependency_overrides[get_session] = lambda: session
    yield session
    app.dependency_overrides.clear()
    session.close()
