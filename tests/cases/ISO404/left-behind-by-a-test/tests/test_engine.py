from engines import UserExecutionContext, UserExecutionEngine


def test_engine_runs():
    engine = UserExecutionEngine(UserExecutionContext("ann"))  # expect: ISO404
    assert engine.run("hi") is None
