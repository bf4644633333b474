from shop.planner import Planner, UserExecutionContext


async def test_plan_has_steps():  # expect: ISO509
    context = UserExecutionContext("ann", "run-1")
    plan = await Planner().plan(context)
    assert plan["steps"] == []
