import pytest


@pytest.fixture(autouse=True, scope="session")
def broker():
    return "broker"


@pytest.fixture(name="quiet", autouse=True)
def fixture_of_silence():
    return None
