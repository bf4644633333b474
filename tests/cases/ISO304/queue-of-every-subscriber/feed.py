import asyncio


class Feed:
    def __init__(self):
        self.subscribers: set[asyncio.Queue] = set()
        self.by_user: dict[str, asyncio.Queue] = {}
        self.rooms: dict[str, list[asyncio.Queue]] = {}

    def subscribe(self, user_id: str, room: str) -> asyncio.Queue:
        queue = asyncio.Queue()
        self.subscribers.add(queue)
        self.by_user[user_id] = queue
        self.rooms.setdefault(room, []).append(queue)
        return queue

    def announce(self, text: str) -> None:
        for queue in self.subscribers:
            queue.put_nowait(text)

    def say(self, user_id: str, text: str) -> None:
        for queue in self.subscribers:
            queue.put_nowait(f"{user_id}: {text}")

    def say_in_room(self, room: str, text: str) -> None:
        for queue in self.rooms.get(room, []):
            queue.put_nowait(text)

    async def notify(self, user_id: str, event: dict) -> None:
        for queue in list(self.subscribers):
            await queue.put(event)  # expect: ISO304

    async def answer(self, event: dict) -> None:
        user_id = event["user_id"]
        if user_id in self.by_user:
            await self.send_to(user_id, event)
        else:
            for queue in self.by_user.values():
                queue.put_nowait(event)  # expect: ISO304

    async def send_to(self, user_id: str, event: dict) -> None:
        await self.by_user[user_id].put(event)


class Crew:
    """Workers with a queue each, which nobody listens to."""

    def __init__(self):
        self.queues: list[asyncio.Queue] = []

    def hire(self) -> None:
        queue = asyncio.Queue()
        self.queues.append(queue)
        asyncio.create_task(work(queue))

    def tell(self, user_id: str, order: dict) -> None:
        for queue in self.queues:
            queue.put_nowait(order)


async def work(queue: asyncio.Queue) -> None:
    while True:
        print(await queue.get())


feed = Feed()
crew = Crew()
