from tools import ToolDispatcher


def dispatcher():
    return ToolDispatcher()  # expect: ISO303


def dispatcher_of(user_context):
    return ToolDispatcher.for_user(user_context)
