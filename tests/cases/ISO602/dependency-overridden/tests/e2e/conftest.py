import pytest
from app import app, database, reader


@pytest.fixture
def as_alice():
    app.dependency_overrides[reader] = lambda: "alice"  # expect: ISO602
    yield
    app.dependency_overrides.clear()


@pytest.fixture
def empty_database():
    app.dependency_overrides[database] = dict
    yield
    app.dependency_overrides.clear()


@pytest.fixture
def as_bob():
    app.dependency_overrides.update({reader: lambda: "bob"})  # expect: ISO602
    yield
    app.dependency_overrides.clear()
