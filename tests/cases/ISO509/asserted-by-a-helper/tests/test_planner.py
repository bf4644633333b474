from shop.planner import Planner, UserExecutionContext
from tests.claims import assert_belongs


async def test_plan_is_the_users():
    context = UserExecutionContext("ann", "run-1")
    plan = await Planner().plan(context)
    assert plan
    assert_belongs(plan, context)
