import structlog
from celery import shared_task
from opentelemetry import context


@shared_task
def invoice(user_id):
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(user=user_id)
    return user_id


@shared_task
def reminder(user_id):
    token = context.attach(context.set_value("user", user_id))
    try:
        return user_id
    finally:
        context.detach(token)
