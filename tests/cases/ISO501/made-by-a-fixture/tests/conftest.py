import pytest
from agents import SupervisorAgent


@pytest.fixture
def supervisor():
    return SupervisorAgent("llm")  # expect: ISO501
