from abc import ABCMeta, abstractmethod


class Reader(metaclass=ABCMeta):
    @property
    @abstractmethod
    def name(self): ...


class Other:
    @abstractmethod
    def name(self): ...
