import asyncio


async def test_many_messages(chat):
    tasks = []
    for number in range(20):
        tasks.append(asyncio.create_task(chat.send(f"message {number}")))
    answers = await asyncio.gather(*tasks, return_exceptions=True)  # expect: ISO510
    assert len(answers) == 20


async def test_many_messages_in_time(chat):
    started = await asyncio.wait_for(  # the results come through
        asyncio.gather(*[chat.send(str(n)) for n in range(20)], return_exceptions=True),  # expect: ISO510
        timeout=5,
    )
    print(f"{len(started)} answers: {started}")
