import time
from collections import Counter, defaultdict, deque


class Limiter:
    def __init__(self):
        self._hits = defaultdict(deque)

    def allow(self, client_host):
        hits = self._hits[client_host]
        hits.append(time.monotonic())
        return len(hits) < 100


class Metrics:
    def __init__(self):
        self.counts = Counter()
        self.total = 0

    def count(self, path):
        self.counts[path] += 1
        self.total += 1


class Connection:
    def run(self, text):
        return text


class Pool:
    def __init__(self):
        self._free = [Connection(), Connection()]

    def take(self):
        return self._free.pop()

    def give_back(self, connection):
        self._free.append(connection)
