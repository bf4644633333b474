from realtime import get_websocket_manager


def test_without_a_user_it_is_shared():
    assert get_websocket_manager() is get_websocket_manager()
