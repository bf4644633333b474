import httpx
import pytest


@pytest.fixture
def reader():
    with httpx.Client(base_url="http://localhost") as client:
        client.headers["X-Reader"] = "alice"
        yield client
