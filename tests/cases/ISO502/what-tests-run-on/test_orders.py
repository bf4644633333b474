from shop.models import Order


def test_one(session):
    session.add(Order())
    session.commit()


def test_another(make_session, data_folder):
    with make_session() as session:
        session.add(Order(text=(data_folder / "order.txt").read_text()))
        session.commit()
