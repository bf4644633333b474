import pytest

WIDTH = "session"


@pytest.fixture(scope=WIDTH)
def names():  # expect: ISO502
    return []


@pytest.fixture(scope="session")
def counts():  # expect: ISO502
    return {}


@pytest.fixture(scope="session", autouse=True)
def counted(counts):
    counts["tests"] = 0


@pytest.fixture(scope="module")
def account():  # expect: ISO502
    return {"state": "none"}
