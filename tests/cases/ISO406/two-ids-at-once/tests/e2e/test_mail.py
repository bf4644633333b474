"""Mail, from end to end."""

from uuid import uuid4

from agents import UserExecutionContext


class TestMail:
    async def test_it_arrives(self, client):
        context = UserExecutionContext(  # expect: ISO406
            "user-123",
            thread_id='thread-1',  # the first one
        )
        assert await client.send(context, str(uuid4()))

    async def test_it_is_read(self, client):
        await client.send(UserExecutionContext("550e8400-e29b-41d4-a716-446655440000"), "hi")  # expect: ISO406
