from realtime import get_websocket_manager


def say(text):
    get_websocket_manager().send(text)
