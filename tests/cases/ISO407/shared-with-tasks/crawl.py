import asyncio


async def fetch_all(urls, fetch):
    limit = asyncio.Semaphore(5)

    async def one(url):
        async with limit:
            return await fetch(url)

    return await asyncio.gather(*[one(url) for url in urls])


async def fetch_some(urls, fetch):
    limit = asyncio.Semaphore(5)

    async def one(url):
        try:
            return await fetch(url)
        finally:
            limit.release()

    tasks = []
    for url in urls:
        await limit.acquire()
        tasks.append(asyncio.create_task(one(url)))
    return await asyncio.gather(*tasks)


async def work(lock, item):
    async with lock:
        return item


async def handed(items):
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(work(lock, item)) for item in items]
    async with lock:
        items.clear()
    return tasks


class Queue:
    def open(self):
        lock = asyncio.Lock()
        self.lock = lock
        return lock


def made():
    return asyncio.Lock()
