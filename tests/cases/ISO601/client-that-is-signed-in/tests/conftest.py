import httpx
import pytest


@pytest.fixture
def alice():
    with httpx.Client(headers={"Authorization": "Bearer alice"}) as client:
        yield client


@pytest.fixture
def bob():
    client = httpx.Client()
    client.headers["Authorization"] = "Bearer bob"
    return client
