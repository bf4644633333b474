async def test_order_is_placed(shop):
    desk = await shop.open()
    assert await desk.place(1)
    await desk.close()  # expect: ISO516


def test_users_are_cleared_away(shop):
    ann = shop.join("ann")
    assert ann.orders == []
    shop.cleanup(ann)  # expect: ISO516
    shop.shutdown()
