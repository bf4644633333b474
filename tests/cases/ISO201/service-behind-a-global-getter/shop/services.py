from .orders import OrderService

_orders = None


def get_orders():
    global _orders
    if _orders is None:
        _orders = OrderService()
    return _orders
