from taskiq import Context, InMemoryBroker, TaskiqDepends
from taskiq_dependencies import Depends

broker = InMemoryBroker()


class Progress:
    def __init__(self, context: Context = Depends()):
        self.context = context


@broker.task
async def work(progress: Progress = TaskiqDepends()):
    return progress.context
