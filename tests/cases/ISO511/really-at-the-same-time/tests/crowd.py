import asyncio


async def place_for_all(shop):
    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(shop.place(number))
