from orders import Orders
from sqlalchemy.orm import Session

if __name__ == "__main__":
    orders = Orders(Session())
    orders.session.add("order")
