from collections import defaultdict


class Memory:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self):
        self._chats = defaultdict(list)
        self._last = {}

    def add(self, session_id, text):
        self._chats[session_id].append(text)

    def seen(self, user_id, text):
        self._last[user_id] = text

    def of(self, session_id):
        return self._chats[session_id], self._last
