"""Telling users what is new."""

from chat.realtime.connections import ConnectionManager, manager


def get_connection_manager() -> ConnectionManager:
    return manager


async def announce(sender: str, recipient: str, text: str) -> None:
    await get_connection_manager().send_to_user(recipient, {"from": sender, "to": recipient, "text": text})
