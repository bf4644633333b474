import pytest
from agents import SupervisorAgent, UserExecutionContext


@pytest.fixture
def supervisor():
    return SupervisorAgent("llm")


@pytest.fixture
def context():
    return UserExecutionContext("ann")
