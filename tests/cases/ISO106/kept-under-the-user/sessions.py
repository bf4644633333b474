class Session:
    def __init__(self):
        self.last = None
        self.history = []

    def said(self, text):
        self.history.append(text)
        self.text = text
        return self.history


class Sessions:
    def __init__(self):
        self._by_user = {}

    def of(self, user_id):
        if user_id not in self._by_user:
            self._by_user[user_id] = Session()
        return self._by_user[user_id]


sessions = Sessions()
