import asyncio


async def test_status_of_everybody(client, users):
    answers = await asyncio.gather(*[client.get(user) for user in users], return_exceptions=True)  # expect: ISO510
    for answer in answers:
        assert answer.status_code == 200
