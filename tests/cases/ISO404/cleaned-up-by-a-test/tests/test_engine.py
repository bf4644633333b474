import pytest
from engines import UserExecutionContext, UserExecutionEngine


@pytest.fixture
def engine():
    made = UserExecutionEngine(UserExecutionContext("ann"))
    yield made
    made.cleanup()


@pytest.fixture
def handed_on():
    return UserExecutionEngine(UserExecutionContext("ann"))


def test_engine_runs(engine, handed_on):
    other = UserExecutionEngine(UserExecutionContext("bob"))
    assert other.run("hi") is engine.run("hi")
    other.cleanup()


def test_engines_are_gone():
    engine = UserExecutionEngine(UserExecutionContext("ann"))
    for each in [engine]:
        each.cleanup()


def test_context_is_a_value():
    assert UserExecutionContext("ann").user_id == "ann"
