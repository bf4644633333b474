from abc import ABC, abstractmethod


class RequestContext(ABC):
    def __init__(self, user_id, thread_id=None):
        self.user_id = user_id

    @abstractmethod
    def user(self): ...
