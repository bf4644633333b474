def test_foreign_order_is_refused(shop):
    try:
        shop.order("ann", by="ben")
        assert False, "should be refused"  # expect: ISO515
    except Exception:
        pass
    assert shop.orders == []
