from orders import Orders
from sqlalchemy.orm import Session

orders = Orders(Session())


def test_no_orders():
    assert orders.session.query("orders").all() == []
