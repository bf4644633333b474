from desk.validation import Validator
from tests.checks import assert_whole_run


async def test_validated(agent, bridge):
    await agent.execute("sum up")
    complete, missing = Validator(bridge).validate_events()
    assert complete, missing
    assert bridge.types[0] == "agent_started"
    assert bridge.types[-1] == "agent_completed"


async def test_helper(agent, bridge):
    await agent.execute("sum up")
    assert "agent_started" in bridge.types
    assert "agent_completed" in bridge.types
    assert_whole_run(bridge)
