from contextvars import ContextVar
from threading import local

from celery import shared_task

in_task = ContextVar("in_task", default=False)
state = local()


def connection():
    if not hasattr(state, "connection"):
        state.connection = open_connection()
    return state.connection


def open_connection():
    return object()


@shared_task
def invoice(user_id):
    in_task.set(True)
    return connection(), user_id
