import os  # noqa: F401


class WebSocketManager: ...


def manager():
    return WebSocketManager()  # noqa: ISO302


def long_line():  # noqa
    return "a very long line"  # noqa: E501
