import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from platform import sign_in
from assistants import Assistant


@pytest.fixture(scope="session")
async def reading_session(engine):  # expect: ISO502
    async with AsyncSession(engine) as session:
        yield session


@pytest.fixture(scope="session")
def http_client():  # expect: ISO502
    with httpx.Client() as client:
        yield client


@pytest.fixture(scope="module")
def access_token():  # expect: ISO502
    return sign_in("alice")


@pytest.fixture(scope="package")
def assistant():  # expect: ISO502
    return Assistant()


@pytest.fixture
def own_token():
    return sign_in("alice")


@pytest.fixture(scope="session")
def docker_client():
    return open_docker()


@pytest.fixture(scope="session")
def realm():
    return "shop"
