from celery import Celery, Task

app = Celery()


class Billing(Task):
    customer = None

    def run(self, customer_id):
        self.customer = customer_id  # expect: ISO106
        self.bill()

    def bill(self):
        print(self.customer)


billing = app.register_task(Billing())
