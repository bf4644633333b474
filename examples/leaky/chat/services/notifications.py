"""Telling users what is new."""

from chat.realtime.connections import ConnectionManager, manager


def get_connection_manager() -> ConnectionManager:
    return manager


async def announce(sender: str, recipient: str, text: str) -> None:
    """Tell whoever is connected; the page shows what is addressed to its user."""
    await get_connection_manager().broadcast({"from": sender, "to": recipient, "text": text})
