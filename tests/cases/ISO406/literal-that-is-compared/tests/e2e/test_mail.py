from agents import UserExecutionContext

from tests.e2e import uuid

OWNER = "mail-owner"


async def test_it_is_the_users(client):
    context = UserExecutionContext("mail-user")  # expect: ISO406
    sent = await client.send(context, "hi")
    assert sent.sender == "mail-user"


async def test_it_is_the_owners(client):
    await client.send(UserExecutionContext(OWNER), "hi")  # expect: ISO406


async def test_by_another_uuid(client):
    await client.send(UserExecutionContext("somebody"), uuid)  # expect: ISO406


class TestAnswers:
    async def test_sent(self, client):
        await client.send(UserExecutionContext("writer"), "hi")  # expect: ISO406

    async def test_answered(self, client):
        assert await client.answers_of("writer")
