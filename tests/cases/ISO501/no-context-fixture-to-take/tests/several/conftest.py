import pytest
from agents import UserExecutionContext


@pytest.fixture
def theirs():
    return UserExecutionContext()
