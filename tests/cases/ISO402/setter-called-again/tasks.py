from celery import shared_task
from contextvars import ContextVar

acting = ContextVar("acting", default=None)
paying = ContextVar("paying", default=None)


def act(user):
    acting.set(user)


def pay(user):
    paying.set(user)  # expect: ISO402


@shared_task
def invoice(user_id):
    act(user_id)
    try:
        return acting.get()
    finally:
        act(None)


@shared_task
def reminder(user_id):
    pay(user_id)
    found = paying.get()
    pay(None)
    return found
