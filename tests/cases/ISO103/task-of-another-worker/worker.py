from taskiq import TaskiqDepends
from taskiq_redis import ListQueueBroker, RedisAsyncResultBackend

broker = ListQueueBroker("redis://localhost").with_result_backend(RedisAsyncResultBackend("redis://localhost"))
letters = []
sent = {}


def outbox():
    return []


@broker.task
async def send(user_id: str, letter: str, box: list = TaskiqDepends(outbox)):
    letters.append(letter)  # expect: ISO103
    sent[user_id] = letter
    box.append(letter)
    return letters, sent
