import structlog
from celery import shared_task
from opentelemetry import context


@shared_task
def invoice(user_id):
    structlog.contextvars.bind_contextvars(user=user_id)  # expect: ISO109
    with structlog.contextvars.bound_contextvars(step="sum"):
        return user_id


@shared_task
def reminder(user_id):
    context.attach(context.set_value("user", user_id))  # expect: ISO109
    return user_id
