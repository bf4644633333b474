import httpx
import pytest

from platform import sign_in


@pytest.fixture(scope="session")
def http_client():
    with httpx.Client() as client:
        yield client


@pytest.fixture(scope="module")
def access_token():
    return sign_in("alice")
