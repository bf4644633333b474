import asyncio
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker
from testcontainers.postgres import PostgresContainer


@pytest.fixture(scope="session")
def postgres():
    with PostgresContainer("postgres:16") as container:
        yield container


@pytest.fixture(scope="session")
def engine(postgres):
    return create_engine(postgres.get_connection_url())


@pytest.fixture(scope="session")
def event_loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="session")
def data_folder():
    return Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def make_session(engine):
    def make():
        return sessionmaker(engine)()

    return make


@pytest.fixture
def session(engine):
    with sessionmaker(engine)() as made:
        yield made
