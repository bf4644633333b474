from abc import ABC, abstractmethod


class Context(ABC):
    @abstractmethod
    def user(self): ...


class UserExecutionContext(Context):
    def user(self):
        return 1


class AdminContext(Context):
    def user(self):
        return 2


class Event(ABC):
    @abstractmethod
    def name(self): ...


class Started(Event):
    def name(self):
        return "started"


class Ended(Event):
    def name(self):
        return "ended"


class Task(ABC):
    @abstractmethod
    def run(self): ...


class Mail(Task):
    def __init__(self, address):
        self.address = address

    def run(self):
        return self.address


class Nobody(ABC):
    @abstractmethod
    def user(self): ...
