import pytest
from agents import UserExecutionContext


@pytest.fixture
def mine():
    return UserExecutionContext()
