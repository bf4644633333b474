import pytest

from shop.planner import Planner, UserExecutionContext


async def test_plan_is_the_users():
    context = UserExecutionContext("ann", "run-1")
    plan = await Planner().plan(context)
    assert plan["for"] == context.user_id


async def test_plan_without_user_is_refused():
    context = UserExecutionContext(None, "run-1")
    with pytest.raises(ValueError):
        await Planner().plan(context)


def test_steps_are_counted():
    assert len([]) == 0
