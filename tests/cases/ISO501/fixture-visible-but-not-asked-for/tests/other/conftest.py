import pytest
from agents import UserExecutionContext


@pytest.fixture(autouse=True)
def context_of_others_only():
    return UserExecutionContext()
