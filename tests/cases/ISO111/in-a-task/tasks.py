from celery import shared_task
from reportlib import Report


@shared_task
def report(customer_id):
    Report.author = customer_id  # expect: ISO111
    return build()


def build():
    return Report().render(Report.author)
