class UserExecutionContext:
    def __init__(self, user_id, thread_id=""):
        self.user_id = user_id
        self.thread_id = thread_id


class WebSocketManager:
    def __init__(self, context):
        self.context = context


_shared = None


def get_websocket_manager(user_context=None):
    global _shared
    if user_context is not None:
        return WebSocketManager(user_context)
    if _shared is None:
        _shared = WebSocketManager(None)
    return _shared


def warm_up():
    return get_websocket_manager()
