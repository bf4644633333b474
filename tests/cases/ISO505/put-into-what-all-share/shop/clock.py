import time


class Clock:
    zone = "UTC"

    def now(self):
        return time.time()


clock = Clock()
