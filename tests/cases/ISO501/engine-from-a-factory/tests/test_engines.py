from engines import ExecutionEngineFactory


async def test_engine_runs():
    factory = ExecutionEngineFactory()
    engine = await factory.create_for_user()  # expect: ISO501
    assert engine
