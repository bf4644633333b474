class UserExecutionContext:
    def __init__(self, user_id, thread_id=""):
        self.user_id = user_id
        self.thread_id = thread_id


def create_user_execution_context(user_id, thread_id):
    return UserExecutionContext(user_id, thread_id)
