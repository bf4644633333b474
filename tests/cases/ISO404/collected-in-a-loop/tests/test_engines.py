from engines import UserExecutionContext, UserExecutionEngine


def test_engines_run_side_by_side(pool):
    runners = []
    for name in ("ann", "bob"):
        engine = UserExecutionEngine(UserExecutionContext(name))  # expect: ISO404
        runner = pool.runner(engine=engine)
        runners.append(runner)
    assert [runner.run("hi") for runner in runners] == [None, None]


def test_engines_run_in_turn():
    for name in ("ann", "bob"):
        engine = UserExecutionEngine(UserExecutionContext(name))  # expect: ISO404
        assert engine.run("hi") is None
