from celery import Celery

app = Celery()
customer = None


@app.task
def bill(customer_id):
    global customer
    customer = customer_id  # expect: ISO104
    total()


def total():
    print(customer)
