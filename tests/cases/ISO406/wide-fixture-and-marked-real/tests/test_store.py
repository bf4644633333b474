import pytest
from agents import UserExecutionContext


@pytest.mark.real_services
async def test_kept(store):
    await store.put(UserExecutionContext(user_id="test_user"), "note")  # expect: ISO406
