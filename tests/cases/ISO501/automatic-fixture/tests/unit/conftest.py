import pytest
from agents import UserExecutionContext


@pytest.fixture(autouse=True)
def as_alice():
    with UserExecutionContext() as alice:
        yield alice
