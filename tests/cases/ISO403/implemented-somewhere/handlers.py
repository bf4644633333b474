from abc import ABC, abstractmethod

from library import Mixin


class Handler(ABC):
    @abstractmethod
    def handle(self): ...

    @classmethod
    def make(cls):
        return cls()


class Left(Handler):
    pass


class Right(Handler):
    def handle(self):
        return 1


class Both(Left, Right):
    pass


class Mixed(Mixin, Handler):
    pass


class Assigned(Handler):
    handle = lambda self: 2


class Later(Handler):
    pass


Later.handle = lambda self: 3


def made():
    return [Both(), Mixed(), Assigned(), Right(), Later()]
