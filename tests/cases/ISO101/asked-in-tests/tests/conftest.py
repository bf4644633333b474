import pytest
from agents import agent_registry


@pytest.fixture
def registry():
    return agent_registry
