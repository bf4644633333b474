import pytest
from agents import UserExecutionContext


@pytest.fixture(scope="session")
def user_context():
    return UserExecutionContext(user_id="test_user")  # expect: ISO406
