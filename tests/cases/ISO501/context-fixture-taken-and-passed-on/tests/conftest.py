import pytest
from agents import UserExecutionContext


@pytest.fixture
def user_context():
    return UserExecutionContext()
