import pytest


@pytest.fixture(scope="session")
def address():
    return "localhost"


@pytest.fixture(
    scope="session",
    params=["memory", "disk"],
)
def store(request, address):  # expect: ISO502
    return {"kind": request.param, "at": address, "rows": []}


@pytest.fixture(scope="session", name="table")
def make_table(store):
    return store["rows"]
