import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker


@pytest.fixture(scope="session")
def engine():
    made = create_engine("sqlite://")
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def orders_session(engine):  # expect: ISO502
    with sessionmaker(engine)() as session:
        yield session
