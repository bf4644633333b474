from shop.models import Order


def test_one(session):
    session.add(Order(number=1))
    session.flush()
    assert session.get(Order, 1)


def test_another(session):
    assert session.get(Order, 1) is None
