from shop.models import Order


def test_an_order_is_kept(orders_session):
    orders_session.add(Order(number=1))
    orders_session.commit()
    assert orders_session.get(Order, 1)


def test_nothing_is_ordered_yet(orders_session):
    assert orders_session.query(Order).count() == 0
