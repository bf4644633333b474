from abc import ABC, abstractmethod

from library import complete


class Shape(ABC):
    def __new__(cls, *args):
        return object.__new__(Circle)

    @abstractmethod
    def area(self): ...


class Circle(Shape):
    def area(self):
        return 1


@complete
class Square(ABC):
    @abstractmethod
    def area(self): ...


class Broken(ABC, Exception):
    @abstractmethod
    def explain(self): ...


def shapes():
    return Shape(), Square(), Broken()
