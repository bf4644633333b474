from realtime.contexts import UserExecutionContext
from realtime.manager import WebSocketManager


async def create_websocket_manager(user_context: UserExecutionContext) -> WebSocketManager:
    return WebSocketManager(user_context)
