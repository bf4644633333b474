from contextvars import ContextVar
from threading import local

from celery import shared_task

current_user = ContextVar("current_user", default=None)
state = local()


@shared_task
def invoice(user_id):
    current_user.set(user_id)  # expect: ISO402
    return total()


@shared_task
def reminder(user_id, language):
    token = current_user.set(user_id)
    try:
        state.language = language  # expect: ISO402
        return total()
    finally:
        current_user.reset(token)


def total():
    return current_user.get(), getattr(state, "language", "en")
