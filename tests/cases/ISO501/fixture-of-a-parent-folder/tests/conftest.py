import pytest
from agents import UserExecutionContext


@pytest.fixture
def alice():
    yield UserExecutionContext()
