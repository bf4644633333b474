class UserExecutionContext:
    def __init__(self, user_id, thread_id):
        self.user_id = user_id
        self.thread_id = thread_id


def generate(rows, thread_id=None, user_id=None):
    context = UserExecutionContext(user_id=user_id or "unknown", thread_id=thread_id or "unknown")  # expect: ISO113
    return [(context, row) for row in rows]
