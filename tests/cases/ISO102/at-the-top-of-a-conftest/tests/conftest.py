import pytest
from agents import AgentRegistry

shared = AgentRegistry()  # expect: ISO102


@pytest.fixture
def registry():
    return shared
