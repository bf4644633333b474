import asyncpg


class Pool:
    def __init__(self):
        self._pool = None
        self.tables = []

    async def open(self, address):
        self._pool = await asyncpg.create_pool(address)

    def register(self, table):
        self.tables.append(table)

    async def fetch(self, query, *values):
        async with self._pool.acquire() as connection:
            return await connection.fetch(query, *values), self.tables
