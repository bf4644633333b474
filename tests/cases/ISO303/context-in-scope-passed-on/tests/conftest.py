import pytest
from realtime import UserExecutionContext


@pytest.fixture
def someone():
    return UserExecutionContext("someone")
