import httpx
import pytest


@pytest.fixture
def reader():
    with httpx.Client(base_url="http://localhost") as client:
        client.headers["User-Agent"] = "suite"
        yield client
