import asyncio
import threading

_bridge = None


class Bridge:
    pass


async def get_bridge():
    global _bridge
    lock = asyncio.Lock()  # expect: ISO407
    if _bridge is None:
        async with lock:
            if _bridge is None:
                _bridge = Bridge()
    return _bridge


def count(totals):
    with threading.Lock():  # expect: ISO407
        totals["all"] += 1
