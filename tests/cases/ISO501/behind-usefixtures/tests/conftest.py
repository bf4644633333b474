import pytest
from agents import UserExecutionContext


@pytest.fixture
def alice():
    return UserExecutionContext()


@pytest.fixture
def signed_in_as_alice(alice): ...
