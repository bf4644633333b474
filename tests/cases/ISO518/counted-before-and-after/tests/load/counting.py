def stays(shop):
    assert shop.active_connections == 0
