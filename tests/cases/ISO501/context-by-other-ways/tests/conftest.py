import pytest
from agents import UserExecutionContext


@pytest.fixture(name="alice")
def make_alice():
    return {"who": UserExecutionContext()}
