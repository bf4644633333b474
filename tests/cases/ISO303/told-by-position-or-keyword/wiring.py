from unittest.mock import Mock

from realtime import UserExecutionContext, get_websocket_manager
from tools import ToolDispatcher


class Run:
    def __init__(self, user_id):
        self.ctx = UserExecutionContext(user_id)

    def parts(self):
        return get_websocket_manager(self.ctx), ToolDispatcher(self.ctx, tools=[])


def by_position(alice_context):
    return get_websocket_manager(alice_context), ToolDispatcher(alice_context)


def by_keyword(who):
    return get_websocket_manager(user_context=who), ToolDispatcher(tools=[], user_context=who)


def made_here(user_id, build_context):
    return ToolDispatcher(UserExecutionContext(user_id)), ToolDispatcher(build_context(user_id)), ToolDispatcher(Mock())


def unpacked(options, parts):
    return ToolDispatcher(**options), get_websocket_manager(*parts)
