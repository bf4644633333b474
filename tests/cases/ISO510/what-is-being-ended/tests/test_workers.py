import asyncio

import pytest


@pytest.fixture
async def workers(pool):
    started = [asyncio.create_task(pool.work()) for _ in range(3)]
    yield started
    await asyncio.gather(*started, return_exceptions=True)


async def test_cancelled(pool):
    tasks = [asyncio.create_task(pool.work()) for _ in range(3)]
    await asyncio.sleep(0.1)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert pool.idle


async def test_in_finally(pool):
    tasks = [asyncio.create_task(pool.work()) for _ in range(3)]
    try:
        assert await pool.busy()
    finally:
        await asyncio.gather(*tasks, return_exceptions=True)


async def test_clients_are_closed_at_the_end(clients):
    for client in clients:
        assert await client.ping()
    closing = []
    for client in clients:
        closing.append(client.close())
    await asyncio.gather(*closing, return_exceptions=True)


async def test_told_to_stop(pool):
    stop_workers = asyncio.Event()
    tasks = [asyncio.create_task(pool.work(stop_workers)) for _ in range(3)]
    stop_workers.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert pool.idle


async def test_background_work_is_awaited(writer):
    await writer.write("tea")
    await asyncio.gather(*writer.background_tasks, return_exceptions=True)


class Harness:
    async def disconnect_all(self):
        await asyncio.gather(*[client.leave() for client in self.clients], return_exceptions=True)
