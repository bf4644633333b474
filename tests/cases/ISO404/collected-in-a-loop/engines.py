import threading


class UserExecutionContext:
    def __init__(self, user_id, thread_id=""):
        self.user_id = user_id
        self.thread_id = thread_id


class UserExecutionEngine:
    def __init__(self, context: UserExecutionContext):
        self.context = context
        self.timer = threading.Timer(60, print)

    def run(self, text): ...

    def cleanup(self):
        self.timer.cancel()
