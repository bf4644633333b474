import asyncio


async def test_everybody_gets_an_answer(service, users):
    answers = await asyncio.gather(*[service.ask(user) for user in users], return_exceptions=True)  # expect: ISO510
    assert all(answers)


async def test_most_get_an_answer(service, users):
    answers = await asyncio.gather(*[service.ask(user) for user in users], return_exceptions=True)  # expect: ISO510
    given = [answer for answer in answers if answer]
    assert len(given) > 3
