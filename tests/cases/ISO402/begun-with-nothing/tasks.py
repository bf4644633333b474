from contextvars import ContextVar

from celery import Celery
from celery.signals import task_prerun

app = Celery()
log_context = ContextVar("log_context", default={})


class LogContext:
    @classmethod
    def reset(cls):
        log_context.set(dict())


@task_prerun.connect
def begin(task_id=None, **others):
    LogContext.reset()


@app.task(bind=True)
def prune(self, pair_id):
    context = dict(log_context.get())
    context["pair"] = pair_id
    context["request"] = self.request.id
    log_context.set(context)
    return pair_id
