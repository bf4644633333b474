from realtime import get_websocket_manager


def test_everybody_is_told():
    assert get_websocket_manager(heartbeat=5)  # expect: ISO303
