"""What unit and end-to-end tests share."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from chat.app import app
from chat.auth import issue_token
from chat.database import Base, engine


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client
    Base.metadata.drop_all(engine)


@pytest.fixture
def alice_headers() -> dict[str, str]:
    return {"Authorization": f"Bearer {issue_token('alice')}"}
