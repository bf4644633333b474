import pytest
from agents import UserExecutionContext, create_user_execution_context

USER = "test-user"


@pytest.fixture
def user_context():
    return UserExecutionContext(user_id="test_user", thread_id="thread-1")  # expect: ISO406


async def test_answer_arrives(client):
    context = UserExecutionContext("test_user")  # expect: ISO406
    assert await client.ask(context, "hi")


async def test_thread_is_kept(client):
    context = create_user_execution_context(USER, thread_id=client.thread)  # expect: ISO406
    await client.ask(context, "hi")
