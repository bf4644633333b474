"""What unit and end-to-end tests share."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from chat.agents.context import UserExecutionContext
from chat.app import app
from chat.auth import issue_token
from chat.database import Base, engine


@pytest.fixture
def context() -> UserExecutionContext:
    return UserExecutionContext("alice", history=("buy milk",))


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client
    Base.metadata.drop_all(engine)


@pytest.fixture
def alice(client: TestClient) -> TestClient:
    """Sign the client in."""
    client.headers["Authorization"] = f"Bearer {issue_token('alice')}"
    return client
