import pytest
from sqlalchemy.orm import Session


@pytest.fixture(scope="session")
def shared_session(engine):
    with Session(engine) as session:
        yield session


@pytest.fixture
def session(shared_session):
    yield shared_session
    shared_session.rollback()
